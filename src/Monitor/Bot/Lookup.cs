using System.Globalization;
using System.Text;
using Monitor.Core.Watchlist;
using Monitor.Store;

namespace Monitor.Bot;

/// <param name="Hits">Subjects the words name.</param>
/// <param name="Near">Subjects with a name alike: other persons, never to be taken for the one asked for.</param>
public sealed record Found(IReadOnlyList<Subject> Hits, IReadOnlyList<Subject> Near);

/// <summary>Who is meant by what somebody typed. The one place where questions, follows and the command line look names up.</summary>
public sealed class Lookup(WatchlistInUse watchlist)
{
    /// <summary>Shorter parts of a name fit too many words.</summary>
    private const int LeastLetters = 3;

    /// <summary>So many letters in common at the beginning make a name alike.</summary>
    private const int AlikeLetters = 6;

    public Found Find(string question)
    {
        var asked = Words(question);
        var hits = watchlist.Subjects.Where(s => Forms(s).Any(form => Fits(asked, form))).ToList();
        var near = hits.Count > 0 ? [] : watchlist.Subjects.Where(s => s is Person && Forms(s).SelectMany(f => f).Any(part => asked.Any(a => IsAlike(a, part)))).ToList();
        return new Found(hits, near);
    }

    private static IEnumerable<List<string>> Forms(Subject subject) =>
        subject.Names.Values.Prepend(subject.Name).Concat(subject.OtherNames).Select(Words);

    /// <summary>Every word that was typed begins a part of the name.</summary>
    private static bool Fits(List<string> asked, List<string> form) =>
        asked.Count > 0 && asked.TrueForAll(a => a.Length >= LeastLetters && form.Exists(part => part.StartsWith(a, StringComparison.Ordinal)));

    private static bool IsAlike(string asked, string part) =>
        asked.Length >= AlikeLetters && part.Length >= AlikeLetters && asked.AsSpan(0, AlikeLetters).SequenceEqual(part.AsSpan(0, AlikeLetters));

    private static List<string> Words(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var c in text.Normalize(NormalizationForm.FormD).Where(c => CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark))
            folded.Append(char.IsLetterOrDigit(c) ? char.ToLowerInvariant(c) : ' ');
        return [.. folded.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries)];
    }
}
