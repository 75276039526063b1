using Monitor.Core.Claims.Languages;
using Monitor.Core.Watchlist;

namespace Monitor.Core.Claims.Grammar.Parsing;

/// <summary>
/// Tells what a name does in its sentence. "Losik's wife", "wife of Losik", "жена Лосика" only own the wife; "her husband Siarhei",
/// "муж, Сергей Тихановский" are the husband himself, told by the case ending and by whether kin and subject agree in gender.
/// </summary>
public static class Roles
{
    private const int KinReach = 3;
    private const int ExceptReach = 4, ListReach = 8;
    private const int VerdictReach = 5;
    private const int Besides = 1, All = 2, Unlike = 3;

    public static Role Of(Sentence sentence, Subject subject, int first, int last, string surface)
    {
        if (subject is not Person person) return Role.Plain;
        if (Left(sentence, first) is { } left) return left;
        if (OwnsWhatFollows(sentence, last) || OwnsWhatPrecedes(sentence, person, first, surface)) return Role.Owner;
        return Speaks(sentence, first, last) ? Role.Speaker : Role.Plain;
    }

    /// <summary>"all but X", "unlike X", "все, кроме X", also further on in the list behind it.</summary>
    private static Role? Left(Sentence sentence, int first)
    {
        foreach (var hit in sentence.Of(Cue.Except, 0, first - 1).Reverse())
        {
            if (hit.Entry.Number == All || first - hit.Last > ListReach || sentence.Has(Cue.Aux, hit.Last + 1, first - 1) || sentence.Has(Cue.Trigger, hit.Last + 1, first - 1)) continue;
            if (first - hit.Last > ExceptReach && !sentence.Has(Cue.And, hit.Last + 1, first - 1)) continue;
            if (hit.Entry.Number == Besides && !sentence.Of(Cue.Except, 0, hit.First - 1).Any(h => h.Entry.Number == All)) continue;
            return hit.Entry.Number == Unlike ? Role.Owner : Role.Excepted;
        }

        return null;
    }

    /// <summary>English and Scandinavian possessive ("Losik's wife") and languages that put the owner first (lt, lv, et, fi).</summary>
    private static bool OwnsWhatFollows(Sentence sentence, int last)
    {
        var word = sentence.Words[last].Folded;
        var possessive = word.EndsWith("'s", StringComparison.Ordinal) || word.EndsWith("s'", StringComparison.Ordinal) || (last + 1 < sentence.Words.Count && sentence.Words[last + 1].Folded is "'" or "'s");
        var ownerFirst = sentence.Lexicon.Has(Trait.OwnerStandsFirst) || sentence.Lexicon.Has(Trait.GenitiveInS);
        if (!possessive && !ownerFirst) return false;
        for (var j = last + 1; j <= Math.Min(last + (possessive ? KinReach : 1), sentence.Words.Count - 1); j++)
        {
            if (sentence.Words[j].Folded is "'" or "s") continue;
            if (sentence.Words[j].IsMark) return false;
            if (IsOwnable(sentence, j)) return true;
        }

        return possessive && sentence.Lexicon.Has(Trait.ApostropheOwns) && last + 1 < sentence.Words.Count && !sentence.Words[last + 1].IsMark && !sentence.Has(Cue.Trigger, last + 1, last + KinReach + 1);
    }

    private static bool OwnsWhatPrecedes(Sentence sentence, Person person, int first, string surface)
    {
        var of = false;
        for (var j = first - 1; j >= Math.Max(0, first - KinReach); j--)
        {
            if (sentence.Words[j].Folded == "\"") continue;
            if (sentence.Words[j].IsMark) return false;
            if (sentence.At(Cue.Of, j))
            {
                of = true;
                continue;
            }

            if (sentence.At(Cue.Owned, j)) return (of || first - j <= 2) && !IsBeforeCourt(sentence, j);
            if (!sentence.At(Cue.KinM, j) && !sentence.At(Cue.KinF, j)) continue;
            if (!of && IsOnesOwn(sentence, j) && sentence.At(person.Gender == Gender.F ? Cue.KinF : Cue.KinM, j)) return false;
            return of || !IsApposition(sentence, person, j, surface);
        }

        return false;
    }

    /// <summary>"her husband Siarhei Tsikhanouski", "приговорил ее мужа Сергея Тихановского": a relative somebody already has is the one named.</summary>
    private static bool IsOnesOwn(Sentence sentence, int kin) =>
        sentence.Of(Cue.He, kin - 1, kin - 1).Concat(sentence.Of(Cue.She, kin - 1, kin - 1)).Any(h => h.Entry.Number == 0);

    /// <summary>"слушания по делу X открылись", "wyrok zapadł w sprawie X": whose case comes before a court is charged himself, and whom a verdict in his case is on is sentenced.</summary>
    private static bool IsBeforeCourt(Sentence sentence, int owned) =>
        sentence.Of(Cue.Owned, owned, owned).Any(o => o.Entry.Number == 1)
        && (sentence.Of(Cue.Trigger).Any(t => t.Entry is { Kind: ClaimKind.Charged, Form: Form.Verb }) || (sentence.Of(Cue.Trigger, 0, owned - 1).Any(t => t.Entry.Kind == ClaimKind.Sentenced && owned - t.Last <= VerdictReach) && !sentence.Has(Cue.KinM) && !sentence.Has(Cue.KinF)));

    private static bool IsApposition(Sentence sentence, Person person, int kin, string surface)
    {
        if (sentence.Has(Cue.Of) && sentence.Lexicon.Has(Trait.OwnerByPreposition)) return true;
        var male = sentence.At(Cue.KinM, kin);
        if (male && person.Gender != Gender.F && IsNominative(sentence.Words[kin].Folded) && HasGenitiveGiven(sentence, kin)) return false;
        if (person.Gender == Gender.F && male) return false;
        if (person.Gender == Gender.M && !male) return false;
        return LooksNominative(surface);
    }

    /// <summary>A masculine noun that ends in a consonant: "адвокат", "mąż".</summary>
    private static bool IsNominative(string word) => word.Length > 0 && !"аеиоуыэюяіїєaeiouyąęмm".Contains(word[^1], StringComparison.Ordinal);

    /// <summary>"адвокат Максима Знака": a given name in -а is a man's in the genitive, but for the few that end so.</summary>
    private static bool HasGenitiveGiven(Sentence sentence, int kin)
    {
        if (kin + 2 >= sentence.Words.Count || !sentence.Words[kin + 1].Capital || !sentence.Words[kin + 2].Capital) return false;
        var given = sentence.Words[kin + 1].Folded;
        return given[^1] is 'а' or 'я' or 'a' && !sentence.Lexicon.Lists(Cue.ManInA, given);
    }

    /// <summary>By the ending of the last word: -ой, -ай, -ого, -ага, -у, -ы after a consonant are not the nominative of a Slavic surname; a final -о tells nothing and is taken for the owner.</summary>
    private static bool LooksNominative(string surface)
    {
        var word = surface.TrimEnd().Split(' ')[^1].ToLowerInvariant();
        string[] oblique = ["ой", "ай", "ої", "ей", "ого", "ага", "ы", "яга", "ему", "аму", "ому", "им", "ым", "ім", "у", "ю", "ом", "ам", "о", "кі", "ки", "iej", "ego", "emu", "em", "ę", "ej"];
        if (word.EndsWith("цкі", StringComparison.Ordinal) || word.EndsWith("скі", StringComparison.Ordinal)) return true;
        return !Array.Exists(oblique, e => word.EndsWith(e, StringComparison.Ordinal));
    }

    private static bool IsOwnable(Sentence sentence, int word) => sentence.At(Cue.KinM, word) || sentence.At(Cue.KinF, word) || sentence.At(Cue.Owned, word);

    private static bool Speaks(Sentence sentence, int first, int last)
    {
        if (last + 1 < sentence.Words.Count && sentence.At(Cue.Say, last + 1)) return true;
        if (last + 2 < sentence.Words.Count && !sentence.Words[last + 1].IsMark && !sentence.At(Cue.Aux, last + 1) && sentence.At(Cue.Say, last + 2)) return true;
        if (first == 0 && last + 1 < sentence.Words.Count && sentence.Words[last + 1].Folded == ":" && sentence.IsTitle && !sentence.Has(Cue.Got)) return true;
        return first > 0 && sentence.At(Cue.Say, first - 1) && !sentence.At(Cue.According, first - 1) && !sentence.At(Cue.Trigger, first);
    }
}
