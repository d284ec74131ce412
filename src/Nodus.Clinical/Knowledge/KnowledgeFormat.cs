using Nodus.Anatomy;
using Nodus.Anatomy.Drawing;

namespace Nodus.Clinical.Knowledge;

/// <summary>
/// The file of a <see cref="KnowledgeBase"/>; see <see cref="EntryFile"/>. <see cref="KnowledgeExport"/> is the same as JSON,
/// for people and other programs.
/// </summary>
internal static class KnowledgeFormat
{
    private const uint Magic = 0x424B444E; // "NDKB"
    private const int FormatVersion = 3;

    public static void Write(KnowledgeBase knowledge, Stream to) =>
        EntryFile.Write(to, Magic, FormatVersion, writer => WriteAll(writer, knowledge));

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <exception cref="InvalidDataException">Not a knowledge base, one of another format, or a damaged one.</exception>
    public static KnowledgeBase Read(Stream from) => EntryFile.Read(from, Magic, FormatVersion, "a knowledge base", ReadAll);

    private static void WriteAll(EntryWriter w, KnowledgeBase knowledge)
    {
        w.Text(knowledge.Version);
        w.Text(knowledge.AtlasVersion);
        w.List(knowledge.Movements, m => { w.Text(m.Id); w.Text(m.Name); w.Text(m.How); w.Text(m.Normal); w.Text(m.Joint); w.Word(m.Grade); });
        w.List(knowledge.Activities, a => { w.Text(a.Id); w.Text(a.Name); w.Text(a.Plain); });
        w.List(knowledge.Signs, s => { w.Text(s.Id); w.Text(s.Name); w.Text(s.Plain); });
        w.List(knowledge.Factors, f => { w.Text(f.Id); w.Text(f.Name); w.Word(f.Kind); w.Text(f.Ask); });
        w.List(knowledge.Contexts, c =>
        {
            w.Text(c.Id);
            w.Text(c.Name);
            w.Word(c.Kind);
            w.List(c.Muscles, p => { w.Text(p.Muscle); w.OptionalText(p.Part); w.OptionalNumber(p.Prior); w.OptionalNumber(p.Odds); w.Word(p.Grade); });
        });
        w.List(knowledge.Muscles, m => WriteMuscle(w, m));
        w.List(knowledge.Rivals, r => WriteRival(w, r));
    }

    private static KnowledgeBase ReadAll(EntryReader r)
    {
        string version = r.Text(), atlas = r.Text();
        var entries = new KnowledgeEntries
        {
            Movements = r.List(() => new Movement(r.Text(), r.Text(), r.Text(), r.Text(), r.Text(), r.Word<Grade>())),
            Activities = r.List(() => new DailyActivity(r.Text(), r.Text(), r.Text())),
            Signs = r.List(() => new Sign(r.Text(), r.Text(), r.Text())),
            Factors = r.List(() => new PerpetuatingFactor(r.Text(), r.Text(), r.Word<FactorKind>(), r.Text())),
            Contexts = r.List(() => new PainContext(r.Text(), r.Text(), r.Word<ContextKind>(), r.List(() => new ContextPrior(
                r.Text(), r.OptionalText(), r.OptionalNumber(), r.OptionalNumber(), r.Word<Grade>())))),
            Muscles = r.List(() => ReadMuscle(r)),
            Rivals = r.List(() => ReadRival(r)),
        };
        return new KnowledgeBase(version, atlas, entries);
    }

    private static void WriteMuscle(EntryWriter w, Muscle m)
    {
        w.Text(m.Id);
        w.Text(m.Name);
        w.Text(m.Latin);
        w.Texts(m.Synonyms);
        w.Text(m.Group);
        w.Text(m.Plain);
        w.Word(m.Confidence);
        w.List(m.Points, p =>
        {
            w.Text(p.Id);
            w.Text(p.Name);
            w.Text(p.Plain);
            w.Count(p.Site.Cell);
            foreach (float number in (ReadOnlySpan<float>)[p.Site.U, p.Site.V, p.Site.X, p.Site.Y, p.Site.Z]) w.Number(number);
            w.Number(p.DepthCm);
            w.Word(p.Reach);
            w.Word(p.Pattern);
            w.Flag(p.Painless);
            w.Word(p.Confidence);
            w.Texts(p.Sources);
            w.List(p.Zones, z => WriteZone(w, z));
        });
        w.List(m.Movements, e => { w.Text(e.Test); w.Word(e.Effect); w.Number(e.Strength); w.Word(e.Grade); });
        w.List(m.Activities, e => { w.Text(e.Activity); w.Word(e.Effect); w.Number(e.Strength); w.Word(e.Grade); });
        w.List(m.Signs, s => { w.Text(s.Sign); w.Number(s.Strength); w.Word(s.Grade); });
        w.List(m.Factors, f => { w.Text(f.Factor); w.Number(f.Odds); w.Word(f.Grade); });
        w.Texts(m.Satellites);
        w.Texts(m.Sources);
    }

    private static Muscle ReadMuscle(EntryReader r) => new(
        r.Text(), r.Text(), r.Text(), r.Texts(), r.Text(), r.Text(), r.Word<Confidence>(),
        r.List(() => new TriggerPoint(
            r.Text(), r.Text(), r.Text(),
            new PressSite(r.Count(), (float)r.Number(), (float)r.Number(), (float)r.Number(), (float)r.Number(), (float)r.Number()),
            r.Number(), r.Word<Reach>(), r.Word<ReferralLaterality>(), r.Flag(), r.Word<Confidence>(), r.Texts(),
            r.List(() => ReadZone(r)))),
        r.List(() => new MovementEffect(r.Text(), r.Word<MovementFinding>(), r.Number(), r.Word<Grade>())),
        r.List(() => new ActivityEffect(r.Text(), r.Word<ActivityDirection>(), r.Number(), r.Word<Grade>())),
        r.List(() => new SignAssociation(r.Text(), r.Number(), r.Word<Grade>())),
        r.List(() => new FactorOdds(r.Text(), r.Number(), r.Word<Grade>())),
        r.Texts(), r.Texts());

    private static void WriteRival(EntryWriter w, Rival rival)
    {
        w.Text(rival.Id);
        w.Text(rival.Name);
        w.Word(rival.Kind);
        w.Word(rival.Sidedness);
        w.Word(rival.Pattern);
        w.Words(rival.Qualities);
        w.List(rival.For, one => { WriteFinding(w, one.Finding); w.Number(one.Strength); w.Word(one.Grade); });
        w.List(rival.Against, one => { WriteFinding(w, one.Finding); w.Number(one.Ratio); w.Word(one.Grade); });
        w.Texts(rival.Separate);
        w.Word(rival.Urgency);
        w.Number(rival.Prior);
        w.Word(rival.Confidence);
        w.Texts(rival.Sources);
        w.List(rival.Zones, z => WriteZone(w, z));
        w.Flag(rival.Bearers.Sex is not null);
        if (rival.Bearers.Sex is { } sex) w.Word(sex);
        w.OptionalNumber(rival.Bearers.FromAge);
        w.OptionalNumber(rival.Bearers.ToAge);
    }

    private static Rival ReadRival(EntryReader r) => new(
        r.Text(), r.Text(), r.Word<RivalKind>(), r.Word<Sidedness>(), r.Word<ReferralLaterality>(), r.Words<PainQuality>(),
        r.List(() => new SupportingFinding(ReadFinding(r), r.Number(), r.Word<Grade>())),
        r.List(() => new OpposingFinding(ReadFinding(r), r.Number(), r.Word<Grade>())),
        r.Texts(), r.Word<Urgency>(), r.Number(), r.Word<Confidence>(), r.Texts(), r.List(() => ReadZone(r)),
        new Bearers(r.Flag() ? r.Word<Sex>() : null, (int?)r.OptionalNumber(), (int?)r.OptionalNumber()));

    private static void WriteFinding(EntryWriter w, RivalFinding finding)
    {
        w.Word(finding.Kind);
        w.Text(finding.Id);
        if (finding.Shows is { } shows) w.Word(shows);
        if (finding.Does is { } does) w.Word(does);
    }

    private static RivalFinding ReadFinding(EntryReader r)
    {
        var kind = r.Word<RivalFindingKind>();
        string id = r.Text();
        return new RivalFinding(
            kind, id, kind == RivalFindingKind.Movement ? r.Word<MovementFinding>() : null,
            kind == RivalFindingKind.Activity ? r.Word<ActivityDirection>() : null);
    }

    private static void WriteZone(EntryWriter w, ReferralZone z)
    {
        w.Text(z.Zone);
        w.Word(z.Side);
        w.Word(z.Kind);
        w.Number(z.Coverage);
        w.Number(z.Activation);
        w.List(z.Patches, w.Percent);
    }

    private static ReferralZone ReadZone(EntryReader r) =>
        new(r.Text(), r.Word<Side>(), r.Word<ReferralKind>(), r.Number(), r.Number()) { Patches = r.List(r.Percent) };
}
