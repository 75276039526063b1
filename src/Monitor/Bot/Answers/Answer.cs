using Monitor.Core.Wording;

namespace Monitor.Bot.Answers;

/// <summary>What is answered to a question: the words, and the ids of whom they are about (near: names alike, but of others).</summary>
public sealed record Answer(RichText Text, AnswerKind Kind, IReadOnlyList<string> Subjects, IReadOnlyList<string> Near);

public enum AnswerKind
{
    /// <summary>One subject: all that is known of it.</summary>
    Card,

    /// <summary>More than one fits: which one is asked back.</summary>
    Several,

    /// <summary>Nobody of that name is on the list.</summary>
    None,

    /// <summary>There was no name in the question.</summary>
    Empty,
}
