using System.Text;
using Monitor.Core.Claims.Grammar.Parsing;
using Monitor.Core.Claims.Languages;

namespace Monitor.Core.Claims.Grammar.Senses;

/// <summary>
/// Who is quoted for what a sentence says: a known voice beside a word of saying ("according to Viasna", "Коул: …"), the subject himself, a
/// relative, an unnamed organisation, else the name that is quoted, as a slug. Null where the item speaks itself.
/// </summary>
public static class Voices
{
    private const int Reach = 4;

    public static string? Of(Sentence sentence, string whole, string subject)
    {
        if (sentence.Refs.Any(r => r.Role == Role.Speaker && r.Subject.Id == subject)) return "self";
        foreach (var voice in sentence.Of(Cue.Voice))
            if (IsQuoted(sentence, voice.First, voice.Last)) return voice.Entry.Code;
        foreach (var kin in sentence.Of(Cue.KinM).Concat(sentence.Of(Cue.KinF)))
            if (IsQuoted(sentence, kin.First, kin.Last)) return "relative";
        foreach (var stranger in sentence.Strangers)
            if (IsQuoted(sentence, stranger.First, stranger.Last)) return NearKin(sentence, stranger.First, stranger.Last) ? "relative" : Slug(sentence.Text(whole, stranger.First, stranger.Last));
        return sentence.Of(Cue.Ngo).Any(n => IsQuoted(sentence, n.First, n.Last)) ? "ngo" : null;
    }

    private static bool NearKin(Sentence sentence, int first, int last)
    {
        for (var i = Math.Max(0, first - 3); i <= Math.Min(sentence.Words.Count - 1, last + 3); i++)
            if (sentence.At(Cue.KinM, i) || sentence.At(Cue.KinF, i)) return true;
        return false;
    }

    private static bool IsQuoted(Sentence sentence, int first, int last)
    {
        if (last + 1 < sentence.Words.Count && sentence.Words[last + 1].Folded == ":" && first <= 3) return true;
        for (var i = first - 1; i >= Math.Max(0, first - Reach - 2); i--)
        {
            if (sentence.At(Cue.According, i)) return true;
            if (sentence.At(Cue.Say, i) && first - i <= 3) return true;
            if (sentence.Words[i].Folded is "," or ";" or ":" or ".") break;
        }

        for (var i = last + 1; i <= Math.Min(sentence.Words.Count - 1, last + Reach); i++)
        {
            if (sentence.At(Cue.Say, i)) return true;
            if (sentence.Words[i].Folded is ";" or ":" or ".") break;
        }

        return false;
    }

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
