using Monitor.Core.Text;

namespace Monitor.Core.Mentions;

/// <summary>
/// When a surname alone is reason enough: the item speaks of Belarus and of prison or politics, or names another of our persons in
/// full, and nothing beside the surname makes it a stranger's. A short surname at the head of a sentence may be a common word (Знак).
/// </summary>
public static class BareReason
{
    /// <summary>Up to so many letters a capital at the head of a sentence proves nothing.</summary>
    private const int CommonWordLength = 3;

    /// <summary>The reason in words, or null.</summary>
    public static string? Of(ItemContext context, Neighbours around, (int NamedInFull, SurnameKind Kind) known, (string Text, string? Language) item, NameSighting place)
    {
        var text = item.Text;
        if (around.DoubleSurname) return null;
        if ((known.Kind == SurnameKind.AlsoWord || place.End - place.Start <= CommonWordLength) && (HeadsSentence(text, place.Start) || InTitleCase(text, place.Start))) return null;
        if (around.Stranger is { } stranger && !CapitalisesNouns(item.Language) && IsStranger(stranger, text, place)) return null;
        if (known.NamedInFull > 0) return "in an item that names another of our persons in full";
        if (context.Belarus > 0 && context.Prison + context.Politics > 0) return $"in an item about {context.InWords()}";
        if (known.Kind == SurnameKind.Rare && context.Belarus > 0 && context.OtherLife == 0) return "in an item about Belarus, and few bear it";
        if ((known.Kind == SurnameKind.Rare ? context.SpeaksOfPrison : context.IsSurelyOfPrison) && context.Elsewhere == 0 && context.OtherLife == 0) return "in an item about prison, with no other country in it";
        return null;
    }

    /// <summary>A capitalised word before the surname is a stranger's given name unless it heads the sentence, is about Belarus, or all words are capitalised.</summary>
    private static bool IsStranger(string word, string text, NameSighting place)
    {
        Span<char> folded = stackalloc char[Math.Min(word.Length, 64)];
        if (ContextWords.Table.TagsOf(folded[..Folding.Fold(word, folded)]) != 0 || char.IsUpper(word[^1])) return false;
        var at = text.LastIndexOf(word, place.Start, StringComparison.Ordinal);
        return at > 0 && !HeadsSentence(text, at) && !InTitleCase(text, place.Start);
    }

    /// <summary>In German every noun has a capital: "im Fall Tichanowski".</summary>
    private static bool CapitalisesNouns(string? language) => language is not null && (language.StartsWith("de", StringComparison.OrdinalIgnoreCase) || language.StartsWith("lb", StringComparison.OrdinalIgnoreCase));

    private static bool HeadsSentence(string text, int start)
    {
        var i = start - 1;
        while (i >= 0 && (char.IsWhiteSpace(text[i]) || text[i] is '"' or '«' or '“' or '„' or '(' or '—' or '–' or '-'))
        {
            if (text[i] == '\n') return true;
            i--;
        }

        return i < 0 || text[i] is '.' or '!' or '?' or '…';
    }

    /// <summary>In a headline with capitals throughout, or one in capitals, a capital says nothing.</summary>
    private static bool InTitleCase(string text, int start)
    {
        var title = text.IndexOf('\n', StringComparison.Ordinal);
        if (title < 0 || start > title) return false;
        var words = text[..title].Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(w => char.IsLetter(w[0]) && w.Length > 3).ToList();
        return words.Count(w => char.IsUpper(w[0])) * 3 > words.Count * 2;
    }
}
