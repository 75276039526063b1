namespace Monitor.Core.Deliveries;

/// <summary>How an attempt to send ended, as far as the next attempt is concerned.</summary>
public enum SendOutcome
{
    /// <summary>The chat has it (also: an edit that would change nothing).</summary>
    Accepted,

    /// <summary>Told to wait: not before the time named.</summary>
    Wait,

    /// <summary>Not sent, or failed before anything was written: free to try again.</summary>
    NotSent,

    /// <summary>The server says that it failed (5xx). It has probably not arrived, but it may have.</summary>
    Failed,

    /// <summary>Written, but no answer: it may have arrived. One marked repeat, never silence.</summary>
    InDoubt,

    /// <summary>Refused for good: this message will never be accepted.</summary>
    Refused,

    /// <summary>The chat is gone or has blocked the bot.</summary>
    ChatGone,
}

/// <param name="Number">Attempts so far, this one included; 1 or more.</param>
/// <param name="WasInDoubt">An earlier attempt may have arrived.</param>
public sealed record Attempt(int Number, bool WasInDoubt = false);

/// <summary>What becomes of a delivery after an attempt: sent, again at a time, or parked; and why.</summary>
/// <param name="InDoubt">The next attempt may be a repeat and says so.</param>
public sealed record NextStep(bool Sent, DateTimeOffset? Again, string? Reason, bool InDoubt = false)
{
    public bool Parked => !Sent && Again is null;
}

/// <summary>
/// Retry rules of deliveries: a wait that was asked for is kept to the second; what was not sent is tried again for ever, with pauses that
/// grow to ten minutes (an alert outlasts any outage); an unknown outcome is repeated once; a refusal is parked with its reason.
/// </summary>
public static class RetryRule
{
    private static readonly TimeSpan First = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);

    public static NextStep After(SendOutcome outcome, Attempt attempt, DateTimeOffset now, TimeSpan? wait = null)
    {
        ArgumentNullException.ThrowIfNull(attempt);
        return outcome switch
        {
            SendOutcome.Accepted => new(true, null, null),
            SendOutcome.Wait => new(false, now + (wait ?? First), "told to wait", attempt.WasInDoubt),
            SendOutcome.NotSent => new(false, now + (wait ?? Pause(attempt.Number)), "not sent, tried again", attempt.WasInDoubt),
            SendOutcome.Failed => new(false, now + Pause(attempt.Number), "the server failed, tried again", InDoubt: true),
            SendOutcome.InDoubt when !attempt.WasInDoubt => new(false, now + First, "no answer: it may have arrived", InDoubt: true),
            SendOutcome.InDoubt => new(false, null, "no answer again: it has probably arrived"),
            SendOutcome.ChatGone => new(false, null, "the chat is gone or has blocked the bot"),
            _ => new(false, null, "refused"),
        };
    }

    private static TimeSpan Pause(int attempts)
    {
        var pause = First * Math.Pow(2, Math.Min(attempts - 1, 16));
        return pause < Longest ? pause : Longest;
    }
}
