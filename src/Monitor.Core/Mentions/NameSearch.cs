using Monitor.Core.Mentions.Sanctions;
using Monitor.Core.Text;
using Monitor.Core.Watchlist;
using Monitor.Core.Watchlist.NameForms;
using Monitor.Core.Watchlist.NameForms.Tables;

namespace Monitor.Core.Mentions;

/// <summary>How a question and a subject go together.</summary>
public enum Closeness
{
    /// <summary>A form of the subject's name.</summary>
    Exact,

    /// <summary>Part of it, or misspelt.</summary>
    Near,

    /// <summary>Near in letters but the name of another person: Tsikhanouskaya is not Tsikhanouski.</summary>
    Different,
}

/// <summary>A subject a question may mean, and why.</summary>
public sealed record Hit(string Subject, Closeness Closeness, string Why);

/// <summary>
/// Answers "whom do you mean?" for what a person types: partial, misspelt, in any script. "Колесникова", "kalesnikawa", "Maria K" and
/// "Bialiatsk" find their person; "Tsikhanouskaya" finds Tsikhanouski only as somebody else with nearly that name.
/// </summary>
public sealed class NameSearch(NameIndex index)
{
    private const int MaxHits = 10;

    public IReadOnlyList<Hit> Search(string question)
    {
        var words = WordsOf(question);
        var hits = new Dictionary<int, Hit>();
        foreach (var word in words) BySurname(word, words, hits);
        if (hits.Count == 0) ByGivenName(words, hits);
        if (hits.Count == 0) foreach (var word in words) ByLikeness(word, hits);
        BySanction(question, hits);
        return [.. hits.Values.OrderBy(h => h.Closeness).ThenBy(h => h.Subject, StringComparer.Ordinal).Take(MaxHits)];
    }

    private void BySurname(string word, List<string> words, Dictionary<int, Hit> hits)
    {
        Span<SoundUnit> units = stackalloc SoundUnit[SoundReader.MaxUnits];
        Span<(int Id, WordFit Fit)> found = stackalloc (int, WordFit)[64];
        var printed = PrintedWord.Read(word, null, units);
        if (printed.Units.IsEmpty) return;
        var known = index.Surnames.Find(printed, found);
        foreach (var (id, fit) in found[..known])
        {
            foreach (var bearer in index.BearersOf(id))
            {
                var relation = GivenFit(bearer, words, word);
                if (fit == WordFit.Twin) Put(hits, bearer.Subject, Closeness.Different, $"\"{word}\" is the surname's form for the other gender: another person");
                else if (relation == GivenRelation.Different) Put(hits, bearer.Subject, Closeness.Different, "the same surname with another given name");
                else if (fit == WordFit.Slip) Put(hits, bearer.Subject, Closeness.Near, $"\"{word}\" is nearly this surname");
                else Put(hits, bearer.Subject, Closeness.Exact, $"\"{word}\" is a form of this surname");
            }
        }
    }

    private GivenRelation GivenFit(Bearer bearer, List<string> words, string surname)
    {
        var best = GivenRelation.Same;
        foreach (var word in words.Where(w => !ReferenceEquals(w, surname)))
        {
            var printed = index.Given.GroupsOf(word);
            if (printed.Count == 0) continue;
            best = GivenRelation.Different;
            foreach (var own in index.GivenGroups(bearer))
                foreach (var group in printed)
                    if (index.Given.Relation(own, group) is var relation and not GivenRelation.Different) return relation;
        }

        return best;
    }

    /// <summary>"Maria", "Maria K": a given name, with the first letter of the surname if there is one.</summary>
    private void ByGivenName(List<string> words, Dictionary<int, Hit> hits)
    {
        var printed = words.SelectMany(w => index.Given.GroupsOf(w)).Distinct().ToList();
        if (printed.Count == 0) return;
        var initial = words.FirstOrDefault(w => w.Length == 1);
        for (var id = 0; id < index.Surnames.Count; id++)
        {
            if (initial is not null && !Begins(index.Surnames[id].First, initial[0])) continue;
            foreach (var bearer in index.BearersOf(id))
                foreach (var own in index.GivenGroups(bearer))
                    if (printed.Contains(own)) Put(hits, bearer.Subject, Closeness.Near, initial is null ? "only the given name is the same" : "the given name and the first letter of the surname are the same");
        }
    }

    private static bool Begins(char surname, char initial)
    {
        var (a, b) = (Letters.CodeOf(surname), Letters.CodeOf(initial));
        if (a == b) return true;
        if (a < Letters.FirstConsonant || b < Letters.FirstConsonant) return a < Letters.FirstConsonant && b < Letters.FirstConsonant && VowelSlot.Same(a, b, afterHard: false);
        return Letters.MeaningOf(a).Class == Letters.MeaningOf(b).Class;
    }

    /// <summary>One or two letters wrong, or only the beginning typed.</summary>
    private void ByLikeness(string word, Dictionary<int, Hit> hits)
    {
        Span<SoundUnit> units = stackalloc SoundUnit[SoundReader.MaxUnits];
        var count = SoundReader.Read(word, 0, units, out _);
        if (count < 2) return;
        for (var id = 0; id < index.Surnames.Count; id++)
        {
            var likeness = Likeness.Of(index.Surnames.UnitsOf(id), units[..count]);
            if (likeness == Likeness.Kind.None) continue;
            foreach (var bearer in index.BearersOf(id))
                Put(hits, bearer.Subject, Closeness.Near, likeness == Likeness.Kind.Beginning ? $"the surname begins like \"{word}\"" : $"\"{word}\" is nearly this surname");
        }
    }

    private void BySanction(string question, Dictionary<int, Hit> hits)
    {
        var asked = SanctionTags.None;
        foreach (var word in question.Split([' ', ',', '.', '?', '!', '-'], StringSplitOptions.RemoveEmptyEntries))
            asked |= (SanctionTags)SanctionWords.Table.TagsOf(Folding.Fold(word), capitals: word.Length > 1);
        for (var i = 0; i < index.Subjects.Count; i++)
        {
            if (index.Subjects[i] is not Sanction sanction) continue;
            var (issuer, target) = SanctionFinder.TagsOf(sanction);
            var special = asked & (SanctionTags.Potash | SanctionTags.Belavia);
            var issuers = asked & (SanctionTags.Us | SanctionTags.Eu | SanctionTags.Uk | SanctionTags.Other);
            var about = special != SanctionTags.None ? (target & special) != SanctionTags.None : (asked & SanctionTags.Sanction) != SanctionTags.None;
            if (about && (issuers == SanctionTags.None || (issuers & issuer) != SanctionTags.None)) Put(hits, i, Closeness.Exact, "the sanction the question names");
        }
    }

    private void Put(Dictionary<int, Hit> hits, int subject, Closeness closeness, string why)
    {
        if (!hits.TryGetValue(subject, out var known) || closeness < known.Closeness) hits[subject] = new Hit(index.Subjects[subject].Id, closeness, why);
    }

    private static List<string> WordsOf(string question)
    {
        var words = new List<string>();
        for (var i = 0; i < question.Length;)
        {
            if (!Letters.IsLetter(question[i]))
            {
                i++;
                continue;
            }

            var span = Words.At(question, i);
            words.Add(Folding.Repair(span.In(question).ToString()));
            i = Math.Max(span.End, i + 1);
        }

        return words;
    }
}
