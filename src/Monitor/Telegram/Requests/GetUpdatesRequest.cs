using Monitor.Telegram.Types;

namespace Monitor.Telegram.Requests;

public sealed record GetMeRequest : Wire, IRequest<User>
{
    string IRequest<User>.MethodName => "getMe";
}

/// <summary>A poll. The offset confirms every update below it; what is not confirmed comes again.</summary>
public sealed record GetUpdatesRequest : Wire, IRequest<IReadOnlyList<Update>>
{
    string IRequest<IReadOnlyList<Update>>.MethodName => "getUpdates";

    public long? Offset { get; init; }

    public int? Limit { get; init; }

    /// <summary>Seconds to wait for an update; the server cuts it to 50.</summary>
    public int? Timeout { get; init; }

    /// <summary>Remembered by the server until named again.</summary>
    public IReadOnlyList<string>? AllowedUpdates { get; init; }
}

public sealed record SetWebhookRequest : Wire, IRequest<bool>
{
    string IRequest<bool>.MethodName => "setWebhook";

    public required string Url { get; init; }

    /// <summary>1-256 of A-Z a-z 0-9 _ -; it comes back as header X-Telegram-Bot-Api-Secret-Token.</summary>
    public string? SecretToken { get; init; }

    public int? MaxConnections { get; init; }

    public IReadOnlyList<string>? AllowedUpdates { get; init; }
}

public sealed record DeleteWebhookRequest : Wire, IRequest<bool>
{
    string IRequest<bool>.MethodName => "deleteWebhook";

    public bool? DropPendingUpdates { get; init; }
}
