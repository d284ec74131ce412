using Nodus.Clinical.Knowledge;

namespace Nodus.Clinical.Safety;

/// <summary>The file of <see cref="SafetyKnowledge"/>; see <see cref="EntryFile"/>.</summary>
internal static class SafetyFormat
{
    private const uint Magic = 0x4653444E; // "NDSF"
    private const int FormatVersion = 2;

    private enum Kind
    {
        Yes, No, Within, Age, Sex, Painted, All, AtLeast, Score,
    }

    public static void Write(SafetyKnowledge knowledge, Stream to) => EntryFile.Write(to, Magic, FormatVersion, w =>
    {
        w.List(knowledge.Facts, f =>
        {
            w.Text(f.Id);
            w.OptionalText(f.Ask);
            w.Text(f.Professional);
            w.OptionalText(f.Help);
            w.Word(f.AskedOf);
            w.Word(f.Time);
            w.Flag(f.Scale is not null);
            if (f.Scale is { } scale) { w.Text(scale.Unit); w.Number(scale.Least); w.Number(scale.Most); }
            w.Texts(f.Also);
            w.Texts(f.Implies);
            w.Flag(f.IsPrivate);
        });
        w.List(knowledge.Regions, r => { w.Text(r.Id); w.Texts(r.Zones); });
        w.List(knowledge.Rules, r =>
        {
            w.Text(r.Id);
            w.Text(r.Name);
            w.Word(r.Disposition);
            w.Text(r.Suspects);
            WriteCondition(w, r.When);
            WriteOptional(w, r.Unless);
            w.Text(r.Reason);
            w.Text(r.Tell);
            w.Text(r.Act);
            w.List(r.Limits, l =>
            {
                w.Words(l.Techniques);
                w.Word(l.Place);
                w.Texts(l.Regions);
                w.OptionalText(l.How);
                w.Text(l.Why);
                w.OptionalText(l.Instead);
            });
            w.Word(r.Grade);
            w.Texts(r.Sources);
        });
        w.List(knowledge.Interview, s =>
        {
            w.Text(s.Id);
            w.Text(s.Title);
            w.Text(s.Professional);
            WriteOptional(w, s.When);
            w.Count(s.Ask.Count);
            foreach (int fact in s.Ask) w.Count(fact);
        });
        w.List(knowledge.Contacts, c =>
        {
            w.Text(c.Country);
            w.Text(c.Name);
            w.Texts(c.Emergency);
            w.OptionalText(c.Crisis);
            w.OptionalText(c.Advice);
        });
    });

    public static SafetyKnowledge Read(Stream from) => EntryFile.Read(from, Magic, FormatVersion, "safety knowledge", r => new SafetyKnowledge(
        r.List(() => new SafetyFact(
            r.Text(), r.OptionalText(), r.Text(), r.OptionalText(), r.Word<AskedOf>(), r.Word<FactTime>(),
            r.Flag() ? new FactScale(r.Text(), r.Number(), r.Number()) : null, r.Texts(), r.Texts()) { IsPrivate = r.Flag() }),
        r.List(() => new BodyRegion(r.Text(), r.Texts())),
        r.List(() => new SafetyRule(
            r.Text(), r.Text(), r.Word<Disposition>(), r.Text(), ReadCondition(r), ReadOptional(r), r.Text(), r.Text(), r.Text(),
            r.List(() => new RuleLimit(
                r.Words<Technique>(), r.Word<LimitPlace>(), r.Texts(), r.OptionalText(), r.Text(), r.OptionalText())),
            r.Word<Grade>(), r.Texts())),
        r.List(() => new InterviewSection(
            r.Text(), r.Text(), r.Text(), ReadOptional(r), r.List(r.Count))),
        r.List(() => new EmergencyContacts(r.Text(), r.Text(), r.Texts(), r.OptionalText(), r.OptionalText()))));

    private static void WriteOptional(EntryWriter w, Condition? condition)
    {
        w.Flag(condition is not null);
        if (condition is not null) WriteCondition(w, condition);
    }

    private static Condition? ReadOptional(EntryReader r) => r.Flag() ? ReadCondition(r) : null;

    private static void WriteCondition(EntryWriter w, Condition condition)
    {
        switch (condition)
        {
            case FactIsYes yes: w.Word(Kind.Yes); w.Count(yes.Fact); break;
            case FactIsNo no: w.Word(Kind.No); w.Count(no.Fact); break;
            case FactWithin within: w.Word(Kind.Within); w.Count(within.Fact); w.Number(within.From); w.Number(within.Below); break;
            case AgeWithin age: w.Word(Kind.Age); w.Count(age.From); w.Count(age.Below); break;
            case SexIs sex: w.Word(Kind.Sex); w.Count((int)sex.Sex); break;
            case Painted painted: w.Word(Kind.Painted); w.Number(BitConverter.UInt64BitsToDouble(painted.Regions)); w.Flag(painted.BothSides); break;
            case AllOf all: w.Word(Kind.All); w.List(all.Of, one => WriteCondition(w, one)); break;
            case AtLeast least: w.Word(Kind.AtLeast); w.Count(least.Least); w.List(least.Of, one => WriteCondition(w, one)); break;
            case ScoreFrom score:
                w.Word(Kind.Score);
                w.Number(score.From);
                w.List(score.Items, item => { WriteCondition(w, item.Of); w.Number(item.Points); });
                break;
            default: throw new NotSupportedException($"A condition of the kind {condition.GetType().Name} has no form in the file.");
        }
    }

    private static Condition ReadCondition(EntryReader r) => r.Word<Kind>() switch
    {
        Kind.Yes => new FactIsYes(r.Count()),
        Kind.No => new FactIsNo(r.Count()),
        Kind.Within => new FactWithin(r.Count(), r.Number(), r.Number()),
        Kind.Age => new AgeWithin(r.Count(), r.Count()),
        Kind.Sex => new SexIs((Sex)r.Count()),
        Kind.Painted => new Painted(BitConverter.DoubleToUInt64Bits(r.Number()), r.Flag()),
        Kind.All => new AllOf(r.List(() => ReadCondition(r))),
        Kind.AtLeast => new AtLeast(r.Count(), r.List(() => ReadCondition(r))),
        _ => new ScoreFrom(r.Number(), r.List(() => new ScoreItem(ReadCondition(r), r.Number()))),
    };
}
