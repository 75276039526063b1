using Monitor.Core.Watchlist;

namespace Monitor.Core.Claims.Grammar.Parsing;

/// <summary>One item made ready for reading: its text, its day and its sentences.</summary>
public sealed record Story(string Whole, DateOnly? Today, IReadOnlyList<Sentence> Sentences)
{
    public IEnumerable<Sentence> Title => Sentences.Where(s => s.IsTitle);

    public IReadOnlyList<Subject> Persons { get; } = [.. Sentences.SelectMany(s => s.Refs).Where(r => r.IsPerson).Select(r => r.Subject).Distinct()];

    public IReadOnlyList<Subject> Sanctions { get; } = [.. Sentences.SelectMany(s => s.Refs).Where(r => !r.IsPerson).Select(r => r.Subject).Distinct()];
}
