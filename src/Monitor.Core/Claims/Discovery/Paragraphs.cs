using Monitor.Core.Claims.Grammar.Parsing;
using Monitor.Core.Claims.Languages;

namespace Monitor.Core.Claims.Discovery;

/// <summary>
/// Whether what a paragraph tells happens in Belarus: it names the country or somebody of the list, or what stands around it does. Where it names
/// another country only, it may tell of that one ("freed in the exchange with Russia"), unless Belarus stands on both sides of it.
/// </summary>
internal sealed class Paragraphs(Story story)
{
    private readonly ILookup<int, Sentence> _sentences = story.Sentences.ToLookup(s => NumberOf(story.Whole, s));

    public bool AreOfBelarus(Sentence sentence)
    {
        var number = NumberOf(story.Whole, sentence);
        if (IsOfBelarus(number)) return true;
        var (before, after) = (IsOfBelarus(number - 1), IsOfBelarus(number + 1));
        return _sentences[number].Any(s => s.Has(Cue.Country)) ? before && after : before || after;
    }

    private bool IsOfBelarus(int paragraph) => _sentences[paragraph].Any(s => s.Has(Cue.Belarus) || s.Refs.Count > 0);

    /// <summary>Which of the lines that hold something; the title is the first.</summary>
    private static int NumberOf(string whole, Sentence sentence)
    {
        var before = whole.AsSpan(0, sentence.Words[0].Start);
        var number = 0;
        foreach (var line in before.EnumerateLines())
            if (!line.IsWhiteSpace()) number++;
        return before.Length > 0 && before[^1] is not '\n' && !before[(before.LastIndexOf('\n') + 1)..].IsWhiteSpace() ? number - 1 : number;
    }
}
