using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Runtime.CompilerServices;
using Nodus.Clinical.Assessment;
using Nodus.Clinical.Safety;

namespace Nodus.Architecture.Tests;

/// <summary>
/// No muscle is named to a person before the safety gate is passed. Types see to it: what ranks hands out sealed answers, and
/// only the gate gives leave to open them. These tests find a surface that goes round it.
/// </summary>
public sealed class GateSeamTests
{
    private static readonly Assembly Clinical = typeof(SafetyGate).Assembly;
    private static readonly Type[] Answers = [typeof(Differential), typeof(MuscleRank), typeof(PointRank), typeof(CauseSet), typeof(CauseShare), typeof(NextTest), typeof(RivalRank), typeof(ZoneReading)];

    public static TheoryData<string> Surfaces => ["Nodus.Web", "Nodus.Web.Client", "nodus"];

    [Fact]
    public void Pass_IsGivenByTheGateAlone()
    {
        Assert.Empty(typeof(GatePass).GetConstructors());
        Assert.Empty(typeof(Triage).GetConstructors());
        string[] givers = [.. Methods().Where(method => Yields(method, [typeof(GatePass)])).Select(Name)];
        Assert.Equal(["SafetyGate.Pass"], givers);
    }

    [Fact]
    public void Answers_AreHandedOutForAPassAlone()
    {
        string[] open =
        [
            .. Methods().Where(method => Yields(method, Answers) && !Answers.Contains(method.DeclaringType))
                .Where(method => !method.GetParameters().Any(parameter => parameter.ParameterType == typeof(GatePass))).Select(Name),
        ];
        Assert.Empty(open);
        Assert.All(Answers, answer => Assert.Empty(Methods().Where(method => method.IsStatic && method.DeclaringType == answer && Yields(method, Answers)).Select(Name)));
    }

    [Fact]
    public void Internals_AreSeenByTestsAndMeasurementsAlone()
    {
        string[] friends = [.. Clinical.GetCustomAttributes<InternalsVisibleToAttribute>().Select(friend => friend.AssemblyName)];
        Assert.All(friends, friend => Assert.True(friend.EndsWith(".Tests", StringComparison.Ordinal) || friend == "Nodus.Benchmarks", friend));
    }

    [Theory]
    [MemberData(nameof(Surfaces))]
    public void Surface_NeverRunsTheEngineItself(string surface)
    {
        string[] used = [.. MembersUsed(surface).Where(member => member.StartsWith("PosteriorEngine.", StringComparison.Ordinal) || member.StartsWith("Differential..ctor", StringComparison.Ordinal))];
        Assert.Empty(used);
    }

    [Theory]
    [InlineData("Nodus.Web")]
    [InlineData("Nodus.Web.Client")]
    public void Surface_ForPeople_NeverTakesTheAnswerForMachines(string surface) =>
        Assert.DoesNotContain("SealedDifferential.ToJson", MembersUsed(surface));

    private static IEnumerable<MethodInfo> Methods() => Clinical.GetExportedTypes()
        .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly));

    private static bool Yields(MethodInfo method, Type[] wanted) =>
        method.GetParameters().Where(parameter => parameter.IsOut).Select(parameter => parameter.ParameterType.GetElementType()!).Append(method.ReturnType)
            .Any(type => wanted.Contains(type) || type.GetGenericArguments().Any(wanted.Contains) || (type.IsArray && wanted.Contains(type.GetElementType()!)));

    private static string Name(MethodInfo method) => $"{method.DeclaringType!.Name}.{method.Name}";

    private static HashSet<string> MembersUsed(string assembly)
    {
        using var image = new PEReader(File.OpenRead(Path.Combine(AppContext.BaseDirectory, assembly + ".dll")));
        MetadataReader metadata = image.GetMetadataReader();
        var used = new HashSet<string>(StringComparer.Ordinal);
        foreach (MemberReferenceHandle handle in metadata.MemberReferences)
        {
            MemberReference member = metadata.GetMemberReference(handle);
            if (member.Parent.Kind == HandleKind.TypeReference)
                used.Add($"{metadata.GetString(metadata.GetTypeReference((TypeReferenceHandle)member.Parent).Name)}.{metadata.GetString(member.Name)}");
        }

        return used;
    }
}
