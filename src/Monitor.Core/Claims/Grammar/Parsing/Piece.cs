namespace Monitor.Core.Claims.Grammar.Parsing;

/// <summary>How a piece of a sentence begins; it decides whom the piece is about.</summary>
public enum Opening
{
    Start,
    Comma,
    Strong,
    Colon,
    Dash,
    Parenthesis,
    Resume,
    Relative,
    Complement,
    Clause,
}

/// <summary>A stretch of a sentence between marks and conjunctions: the words from First to Last.</summary>
public sealed class Piece
{
    public required int Index { get; init; }

    public required Sentence Sentence { get; init; }

    public required int First { get; init; }

    public required int Last { get; init; }

    public required Opening Opening { get; init; }

    /// <summary>Relative clause, apposition or parenthesis: it speaks of the name it hangs on and of nobody else.</summary>
    public bool IsLocal { get; set; }

    public IReadOnlyList<SubjectRef> Antecedents { get; set; } = [];

    public IReadOnlyList<Trigger> Triggers { get; set; } = [];

    public IEnumerable<SubjectRef> Refs => Sentence.Refs.Where(r => r.First >= First && r.Last <= Last);

    public IEnumerable<SubjectRef> Persons => Refs.Where(r => r.IsPerson && r.Role == Role.Plain);

    public bool Has(Languages.Cue cue) => Sentence.Has(cue, First, Last);

    public int Length => Last - First + 1;
}
