using Monitor.Core.Watchlist;
using Monitor.Core.Watchlist.NameForms;
using Monitor.Core.Watchlist.NameForms.Tables;

namespace Monitor.Core.Mentions;

/// <summary>How much a surname by itself is worth.</summary>
public enum SurnameKind : byte
{
    Rare,

    /// <summary>Many people bear it.</summary>
    Frequent,

    /// <summary>It is an ordinary word as well.</summary>
    AlsoWord,
}

/// <summary>
/// The watchlist's persons by surname: a table of surname patterns, the bearers of each, and their given names. Immutable; a new list
/// is a new index, swapped in by replacing the reference, while readers go on with the old one.
/// </summary>
public sealed class NameIndex
{
    private readonly BearerTable bearers;
    private readonly int[][] givenSets;
    private readonly SurnameKind[] kinds;

    public NameIndex(IReadOnlyList<Subject> watchlist)
    {
        Subjects = watchlist;
        var names = new ListedNames(watchlist);
        Given = names.UnknownGivenNames is { Count: > 0 } unknown ? new GivenNameIndex(unknown.Select(n => (n, Gender.Unknown))) : GivenNameIndex.Common;
        var surnames = new ListedSurnames(names.All, Given);
        Surnames = new PatternTable(surnames.Patterns, twins: true);
        bearers = new BearerTable(surnames.Patterns.Count, surnames.Bearers);
        givenSets = [.. surnames.GivenSets];
        kinds = [.. surnames.Patterns.Select(p => KindOf(p.Word))];
        Slips = new SlipTable(Surnames, MarkOf);
    }

    public IReadOnlyList<Subject> Subjects { get; }

    /// <summary>Bytes held by the tables, without the subjects themselves.</summary>
    public long Bytes => Surnames.Bytes + Slips.Bytes + bearers.Bytes + kinds.LongLength;

    public PatternTable Surnames { get; }

    public GivenNameIndex Given { get; }

    public SlipTable Slips { get; }

    public SurnameKind KindOf(int pattern) => kinds[pattern];

    public ReadOnlySpan<Bearer> BearersOf(int pattern) => bearers.Of(pattern);

    public ReadOnlySpan<int> GivenGroups(Bearer bearer) => bearer.GivenSet < 0 ? [] : givenSets[bearer.GivenSet];

    private static SurnameKind KindOf(string surname) =>
        OrdinaryNames.IsAlsoWord(surname) ? SurnameKind.AlsoWord : OrdinaryNames.IsFrequent(surname) ? SurnameKind.Frequent : SurnameKind.Rare;

    private ushort MarkOf(int pattern)
    {
        ushort mark = 0;
        foreach (var bearer in BearersOf(pattern)) mark |= GivenNameIndex.MarkOf(GivenGroups(bearer));
        return mark;
    }
}
