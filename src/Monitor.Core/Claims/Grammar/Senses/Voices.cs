using System.Text;
using Monitor.Core.Claims.Grammar.Parsing;
using Monitor.Core.Claims.Languages;

namespace Monitor.Core.Claims.Grammar.Senses;

/// <summary>
/// Who is quoted for what a clause says: a known voice beside a word of saying ("according to Viasna", "Коул: …"), the subject himself, a relative or an
/// acquaintance, an unnamed organisation, else the name that is quoted, as a slug. Null where the item speaks itself. Whom something is told to ("told
/// President X that", "адвокату не назвали") is not quoted, and a voice does not reach across a semicolon.
/// </summary>
public static class Voices
{
    private const string Relative = "relative", Acquaintance = "acquaintance";
    private const int Reach = 4;
    private const int KinReach = 3;

    /// <summary>Marks words for lawyers, friends and cellmates: close to the person, but no family.</summary>
    private const int NoFamily = 1;

    /// <summary>Marks the verb of telling ("told BELTA that").</summary>
    private const int Told = 1;

    public static string? Of(Piece piece, string whole, string subject)
    {
        var sentence = piece.Sentence;
        var (first, last) = Stretch(piece);
        if (sentence.Refs.Any(r => r.Role == Role.Speaker && r.Subject.Id == subject && r.First >= first && r.Last <= last)) return "self";
        foreach (var voice in sentence.Of(Cue.Voice, first, last))
            if (IsQuoted(sentence, voice.First, voice.Last)) return voice.Entry.Code;
        foreach (var kin in sentence.Of(Cue.KinM, first, last).Concat(sentence.Of(Cue.KinF, first, last)))
            if (IsQuoted(sentence, kin.First, kin.Last) && !IsSubjectOfItsOwn(sentence, kin) && MaySpeak(sentence, kin)) return kin.Entry.Number == NoFamily ? Acquaintance : Relative;
        foreach (var stranger in sentence.Strangers)
            if (stranger.First >= first && stranger.Last <= last && IsQuoted(sentence, stranger.First, stranger.Last)) return Kin(sentence, stranger, subject) ?? Slug(sentence.Text(whole, stranger.First, stranger.Last));
        return sentence.Of(Cue.Ngo, first, last).Any(n => IsQuoted(sentence, n.First, n.Last)) ? "ngo" : null;
    }

    /// <summary>The part of the sentence between semicolons in which the piece stands.</summary>
    private static (int First, int Last) Stretch(Piece piece)
    {
        var pieces = piece.Sentence.Pieces;
        var (from, to) = (piece.Index, piece.Index);
        while (from > 0 && pieces[from].Opening != Opening.Strong) from--;
        while (to + 1 < pieces.Count && pieces[to + 1].Opening != Opening.Strong) to++;
        return (pieces[from].First, pieces[to].Last);
    }

    /// <summary>What a quoted stranger is to the subject: by a word of kinship beside the name, or because the subject is called "her husband".</summary>
    private static string? Kin(Sentence sentence, (int First, int Last) stranger, string subject)
    {
        foreach (var kin in sentence.Of(Cue.KinM).Concat(sentence.Of(Cue.KinF)))
        {
            var beside = kin.Last >= stranger.First - KinReach && kin.First <= stranger.Last + KinReach;
            var own = kin.First > stranger.Last && (sentence.At(Cue.He, kin.First - 1) || sentence.At(Cue.She, kin.First - 1)) && sentence.Refs.Any(r => r.Subject.Id == subject && r.First > kin.Last && r.First - kin.Last <= Reach + KinReach);
            if (beside || own) return kin.Entry.Number == NoFamily ? Acquaintance : Relative;
        }

        return null;
    }

    /// <summary>"said his son was still inside": the son does not speak, he is spoken of.</summary>
    public static bool IsSubjectOfItsOwn(Sentence sentence, Hit kin) =>
        sentence.Of(Cue.Say, Math.Max(0, kin.First - 2), kin.First - 1).Any()
        && (sentence.At(Cue.Aux, kin.Last + 1) || sentence.At(Cue.Still, kin.Last + 1) || sentence.At(Cue.Trigger, kin.Last + 1) || sentence.At(Cue.Kept, kin.Last + 1) || sentence.At(Cue.Had, kin.Last + 1));

    /// <summary>Where nouns are declined only the nominative speaks, unless "according to" stands before it: "диагноз адвокату не назвали", "сестре сообщили".</summary>
    private static bool MaySpeak(Sentence sentence, Hit kin)
    {
        if (sentence.Of(Cue.According, 0, kin.First - 1).Any(a => kin.First - a.Last <= Reach)) return true;
        return !sentence.Lexicon.ListsEndOf(Cue.ObliqueEnd, sentence.Words[kin.Last].Folded);
    }

    private static bool IsQuoted(Sentence sentence, int first, int last)
    {
        if (last + 1 < sentence.Words.Count && sentence.Words[last + 1].Folded == ":" && first <= 3) return true;
        if (IsAddressed(sentence, first)) return false;
        for (var i = first - 1; i >= Math.Max(0, first - Reach - 2); i--)
        {
            if (sentence.At(Cue.According, i)) return true;
            if (sentence.At(Cue.Say, i) && first - i <= 3) return true;
            if (sentence.Words[i].Folded is "," or ";" or ":" or ".") break;
        }

        for (var i = last + 1; i <= Math.Min(sentence.Words.Count - 1, last + Reach); i++)
        {
            if (sentence.At(Cue.Say, i)) return true;
            if (sentence.Words[i].Folded is ";" or ":" or "." || IsAnotherSpeaker(sentence, i)) break;
        }

        return false;
    }

    /// <summary>"in a letter to the Treasury", "told President X that", "after talks with X": who hears it, not who says it.</summary>
    private static bool IsAddressed(Sentence sentence, int first)
    {
        var i = first - 1;
        while (i > 0 && (sentence.Lexicon.Lists(Cue.Title, sentence.Words[i].Folded) || sentence.At(Cue.Given, i))) i--;
        if (i < 0 || sentence.At(Cue.According, i)) return false;
        foreach (var addressee in sentence.Of(Cue.Addressee, i, i)) return addressee.Entry.Number != Told || !IsHouse(sentence, first);
        return false;
    }

    /// <summary>What is told to a news house comes through that house, and so do its copies.</summary>
    private static bool IsHouse(Sentence sentence, int word) =>
        sentence.Of(Cue.Voice).Any(v => v.First <= word && v.Last >= word && v.Entry.Code is not ("president-by" or "eu" or "un" or "osce") && !v.Entry.Code.EndsWith("-government", StringComparison.Ordinal));

    /// <summary>Between a voice and a word of saying another speaker stands: "after talks with X envoy Y said", "the lawmakers say".</summary>
    private static bool IsAnotherSpeaker(Sentence sentence, int i) =>
        sentence.At(Cue.Voice, i) || sentence.At(Cue.KinM, i) || sentence.At(Cue.KinF, i) || (sentence.Lexicon.Lists(Cue.Definite, sentence.Words[i].Folded) && !sentence.Words[i - 1].IsMark) || sentence.Strangers.Any(s => s.First == i);

    private static string Slug(string name)
    {
        var slug = new StringBuilder();
        foreach (var c in name.ToLowerInvariant())
        {
            if (char.IsLetterOrDigit(c)) slug.Append(c);
            else if (slug.Length > 0 && slug[^1] != '-') slug.Append('-');
        }

        return slug.ToString().Trim('-');
    }
}
