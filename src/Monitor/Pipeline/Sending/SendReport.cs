using Monitor.Core.Deliveries;

namespace Monitor.Pipeline.Sending;

/// <summary>How the attempt at one delivery ended.</summary>
public sealed record SendReport(long DeliveryId, SendResult Result);

/// <param name="Wait">How long to wait before the next attempt.</param>
/// <param name="Why">A reason of our own, where the outcome alone does not say enough; never the text, never the chat.</param>
public sealed record SendResult(SendOutcome Outcome, int? MessageId = null, TimeSpan? Wait = null, string? Why = null)
{
    /// <summary>Telegram was asked; false where the attempt ended before that.</summary>
    public bool Asked { get; init; } = true;

    /// <summary>A new message: a repeat of it would be seen. An edit may be repeated freely.</summary>
    public bool IsMessage { get; init; } = true;

    public bool IsGroup { get; init; }
}
