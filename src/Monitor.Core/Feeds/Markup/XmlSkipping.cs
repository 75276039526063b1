namespace Monitor.Core.Feeds.Markup;

/// <summary>Where markup that is never read ends: comments, processing instructions, and a DTD, so that no entity of it can expand.</summary>
internal static class XmlSkipping
{
    private const int LengthOfOpening = 2;

    /// <returns>The position behind <paramref name="end"/>; the end of the text where it never comes.</returns>
    public static int Past(ReadOnlySpan<char> text, int at, string end)
    {
        var length = text[(at + LengthOfOpening)..].IndexOf(end);
        return length < 0 ? text.Length : at + LengthOfOpening + length + end.Length;
    }

    /// <summary>Behind the closing bracket of the declaration, past an internal subset in square brackets.</summary>
    public static int PastDoctype(ReadOnlySpan<char> text, int at)
    {
        var inner = false;
        for (at += LengthOfOpening; at < text.Length; at++)
        {
            var step = text[at..].IndexOfAny('[', ']', '>');
            if (step < 0) return text.Length;
            at += step;
            if (text[at] == '[') inner = true;
            else if (text[at] == ']') inner = false;
            else if (!inner) return at + 1;
        }

        return text.Length;
    }
}
