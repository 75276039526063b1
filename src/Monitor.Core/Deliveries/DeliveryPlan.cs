using Monitor.Core.Alerts;
using Monitor.Core.Watchlist;

namespace Monitor.Core.Deliveries;

/// <summary>Who is served first when much is to be sent: the lower the sooner.</summary>
public enum Priority
{
    /// <summary>About somebody or something the chat chose by name.</summary>
    Chosen,

    /// <summary>About everything of a kind.</summary>
    General,

    /// <summary>What was gathered for a day or a week.</summary>
    Digest,
}

/// <summary>
/// When one alert goes to one chat. Death, grave news of health, corrections and whoever the chat chose by name are never held for a
/// digest; quiet hours hold everything but the chosen (an edit makes no sound and need not wait).
/// </summary>
/// <param name="ForDigest">Held until the digest, to be told together with others.</param>
public sealed record DeliveryPlan(Priority Priority, bool ForDigest, DateTimeOffset At, string Why)
{
    public static DeliveryPlan For(Alert alert, bool chosen, DeliveryChoices choices, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(alert);
        ArgumentNullException.ThrowIfNull(choices);
        if (chosen) return new(Priority.Chosen, ForDigest: false, now, "chosen by name: at once");
        if (alert.Type == AlertType.Edit) return new(Priority.General, ForDigest: false, now, "an edit makes no sound");
        if (choices.Rhythm != Rhythm.Instant && !IsUrgent(alert)) return new(Priority.Digest, ForDigest: true, choices.NextDigest(now), $"for the {Keyword.Of(choices.Rhythm)} digest");
        return choices.Quiet?.EndsAfter(now, choices.Zone) is { } end
            ? new(Priority.General, ForDigest: false, end, "quiet hours")
            : new(Priority.General, ForDigest: false, now, "at once");
    }

    private static bool IsUrgent(Alert alert) => alert.Type == AlertType.Correction || alert.Kind is ClaimKind.Died or ClaimKind.Health;
}
