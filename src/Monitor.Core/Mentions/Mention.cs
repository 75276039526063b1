namespace Monitor.Core.Mentions;

/// <summary>A subject named in an item: where (UTF-16 offsets into title + "\n" + text, end exclusive), in which words, how surely (0–1) and why.</summary>
public sealed record Mention(string Subject, string Surface, int Start, int End, double Score, string Why);

/// <summary>A name that was seen but not taken for a subject (or for none of several), with the reason: it goes to the curators or into <c>--explain</c>.</summary>
public sealed record NearMiss(IReadOnlyList<string> Candidates, string Surface, int Start, int End, bool Ambiguous, string Why);
