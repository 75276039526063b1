using Monitor.Core.Text;
using Monitor.Core.Watchlist.NameForms.Tables;

namespace Monitor.Core.Watchlist.NameForms;

/// <summary>How two given names stand to each other: the same name, perhaps the same person's (Ales, Aliaksandr), or another's.</summary>
public enum GivenRelation
{
    Different,
    MayBe,
    Same,
}

/// <summary>
/// Tells which given name a printed word is, in any language and case: "Сергеем", "Siarhieja" and "Serhijus" are one group. Names of the
/// watchlist that the common table does not know become groups of their own.
/// </summary>
public sealed class GivenNameIndex
{
    /// <summary>A word belongs to few groups; more are not looked at.</summary>
    public const int MaxGroups = 8;

    private readonly PatternTable table;
    private readonly int[] groupOf;
    private readonly Gender[] genders;
    private readonly string[][] spellings;
    private readonly HashSet<(int, int)> mayBe = [];

    public GivenNameIndex(IEnumerable<(string Name, Gender Gender)> own)
    {
        var lines = GivenNames.Groups.Select(line => line.Split(' ')).ToList();
        var patterns = new List<NamePattern>();
        var groups = new List<int>();
        var gendersOf = new List<Gender>();
        var spelled = new List<string[]>();
        void Group(string[] names, Gender gender)
        {
            foreach (var pattern in names.SelectMany(name => NamePatterns.OfGiven(name, gender)))
            {
                patterns.Add(pattern);
                groups.Add(gendersOf.Count);
            }

            gendersOf.Add(gender);
            spelled.Add(names);
        }

        foreach (var line in lines) Group(line[1..], line[0] == "f" ? Gender.F : Gender.M);
        foreach (var (a, b) in GivenNames.MayBe)
        {
            var first = lines.FindIndex(l => l[1] == a);
            var second = lines.FindIndex(l => l[1] == b);
            mayBe.Add((Math.Min(first, second), Math.Max(first, second)));
        }

        foreach (var (name, gender) in own.Distinct()) Group([name], gender);
        table = new PatternTable(patterns);
        groupOf = [.. groups];
        genders = [.. gendersOf];
        spellings = [.. spelled];
    }

    /// <summary>The names everybody knows, without any watchlist.</summary>
    public static GivenNameIndex Common { get; } = new([]);

    /// <summary>False for almost every word that is no given name.</summary>
    public bool MayHold(ulong key) => table.MayHold(key) != 0;

    /// <summary>The groups a printed word, in any case, is a name of.</summary>
    public int GroupsOf(ReadOnlySpan<char> word, string? language, Span<int> groups) => GroupsOf(word, language, groups, WordFit.Oblique);

    /// <summary>The groups of a word typed by a person.</summary>
    public IReadOnlyList<int> GroupsOf(string word) => GroupsOf(word, WordFit.Oblique);

    /// <summary>The groups of a name as a list has it, in the nominative: the surname Ivanou is not a case form of Ivona.</summary>
    public IReadOnlyList<int> GroupsOfListed(string word) => GroupsOf(word, WordFit.Nominative);

    /// <summary>One bit of sixteen for each group: two sets of names without a bit in common have no name in common.</summary>
    public static ushort MarkOf(ReadOnlySpan<int> groups)
    {
        ushort mark = 0;
        foreach (var group in groups) mark |= (ushort)(1 << (group & 15));
        return mark;
    }

    private int[] GroupsOf(string word, WordFit atLeast)
    {
        Span<int> groups = stackalloc int[MaxGroups];
        var repaired = Folding.Repair(word);
        return groups[..GroupsOf(repaired, null, groups, atLeast)].ToArray();
    }

    private int GroupsOf(ReadOnlySpan<char> word, string? language, Span<int> groups, WordFit atLeast)
    {
        Span<SoundUnit> units = stackalloc SoundUnit[SoundReader.MaxUnits];
        var printed = PrintedWord.Read(word, language, units);
        if (printed.Units.IsEmpty) return 0;
        Span<(int Id, WordFit Fit)> found = stackalloc (int, WordFit)[32];
        var hits = table.Find(printed, found);
        var n = 0;
        foreach (var (id, fit) in found[..hits])
        {
            if (fit < atLeast || n == groups.Length || groups[..n].Contains(groupOf[id])) continue;
            groups[n++] = groupOf[id];
        }

        return n;
    }

    public Gender GenderOf(int group) => genders[group];

    public GivenRelation Relation(int a, int b) =>
        a == b ? GivenRelation.Same : mayBe.Contains((Math.Min(a, b), Math.Max(a, b))) ? GivenRelation.MayBe : GivenRelation.Different;

    /// <summary>Whether a letter can be the initial of the group: В., V., W. and U. are all Uladzimir's.</summary>
    public bool CanBegin(int group, char initial)
    {
        Span<SoundUnit> units = stackalloc SoundUnit[SoundReader.MaxUnits];
        var (cls, vowel) = FirstSound(initial.ToString(), units);
        foreach (var spelling in spellings[group])
        {
            var (otherClass, otherVowel) = FirstSound(spelling, units);
            if (cls != Consonants.None && otherVowel == VowelSlot.None && (cls == otherClass || (cls is Consonants.S or Consonants.T or Consonants.Ch && otherClass is Consonants.S or Consonants.T or Consonants.Ch))) return true;
            if (cls == Consonants.None && otherVowel != VowelSlot.None && VowelSlot.Same(vowel, otherVowel, afterHard: false)) return true;
            if (char.ToUpperInvariant(spelling[0]) == char.ToUpperInvariant(initial) || (spelling[0] is 'V' or 'U' or 'W' && initial is 'В' or 'У' or 'V' or 'U' or 'W') || (spelling[0] is 'Y' or 'J' or 'E' or 'I' && initial is 'Я' or 'Ю' or 'Е' or 'Є' or 'И' or 'І' or 'J' or 'Y')) return true;
        }

        return false;
    }

    private static (byte Class, byte Vowel) FirstSound(string word, Span<SoundUnit> units)
    {
        var code = Letters.CodeOf(word[0]);
        if (code is Letters.None or Letters.Ignored or Letters.Soft) return (Consonants.None, VowelSlot.None);
        if (code < Letters.FirstConsonant)
        {
            var count = SoundReader.Read(word, 0, units, out _);
            return (Consonants.None, count > 0 ? VowelSlot.NucleusOf(units[0].Slot) : code == Letters.Yod ? VowelSlot.I : code);
        }

        return (Letters.MeaningOf(code).Class, VowelSlot.None);
    }
}
