using System.Text.Json.Nodes;

namespace Monitor.Tests.Support.BotApi;

/// <summary>
/// The queue of updates: at least once, confirmed by a higher offset, one poll at a time (the older one gets the 409).
/// </summary>
public sealed class FakeBotApiUpdates(TimeProvider time, Action changed)
{
    private const int LongestPoll = 50;
    private const int MostAtOnce = 100;

    /// <summary>An offset further ahead than this is "in the future" and confirms nothing (tdlib TQueue.cpp).</summary>
    private const int FutureGap = 10;

    private static readonly string[] NotByDefault = ["chat_member", "message_reaction", "message_reaction_count"];

    private readonly Lock _lock = new();
    private readonly List<(long Id, JsonObject Update)> _pending = [];
    private long _next = 700_000;
    private string[] _allowed = [];
    private TaskCompletionSource<bool>? _poll;

    /// <summary>The address updates are pushed to; while it is set, polls get a 409. (The fake does not push.)</summary>
    public string? Webhook { get; private set; }

    public int Unconfirmed
    {
        get { lock (_lock) return _pending.Count; }
    }

    /// <summary>A poll waits now.</summary>
    public bool IsPolled
    {
        get { lock (_lock) return _poll is { Task.IsCompleted: false }; }
    }

    /// <summary>Queues an update of any kind; 0 where the bot has not asked for the kind.</summary>
    public long Push(string kind, JsonNode content)
    {
        lock (_lock)
        {
            if (!(_allowed.Length == 0 ? !NotByDefault.Contains(kind, StringComparer.Ordinal) : _allowed.Contains(kind, StringComparer.Ordinal))) return 0;
            var id = _next++;
            _pending.Add((id, new JsonObject { ["update_id"] = id, [kind] = content }));
            _poll?.TrySetResult(true);
            return id;
        }
    }

    /// <summary>After a week without updates the ids go on from a random number, often a lower one.</summary>
    public void ContinueFrom(long id)
    {
        lock (_lock) _next = id;
    }

    internal void SetWebhook(string? url, JsonNode? allowed)
    {
        lock (_lock)
        {
            Webhook = string.IsNullOrEmpty(url) ? null : url;
            Allow(allowed);
            if (Webhook is not null) _poll?.TrySetException(Conflict());
        }
    }

    internal void Drop()
    {
        lock (_lock) _pending.Clear();
    }

    internal async Task<JsonArray> Get(JsonObject parameters, CancellationToken ending)
    {
        var limit = Math.Clamp((int?)parameters["limit"] ?? MostAtOnce, 1, MostAtOnce);
        var patience = TimeSpan.FromSeconds(Math.Clamp((int?)parameters["timeout"] ?? 0, 0, LongestPoll));
        TaskCompletionSource<bool> poll;
        lock (_lock)
        {
            if (Webhook is not null)
                throw new FakeBotApiRefusal(409, "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first");
            _poll?.TrySetException(Conflict());
            Allow(parameters["allowed_updates"]);
            Confirm((long?)parameters["offset"] ?? 0);
            if (_pending.Count > 0 || patience == TimeSpan.Zero) return First(limit);
            poll = _poll = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        changed();
        try
        {
            await poll.Task.WaitAsync(patience, time, ending);
        }
        catch (TimeoutException)
        {
            // A poll that saw nothing answers with nothing.
        }

        lock (_lock)
        {
            if (_poll == poll) _poll = null;
            return First(limit);
        }
    }

    private void Confirm(long offset)
    {
        if (offset > _next + FutureGap) return;
        if (offset > 0) _pending.RemoveAll(update => update.Id < offset);
        else if (offset < 0) _pending.RemoveRange(0, (int)Math.Max(0, _pending.Count + offset));
    }

    private void Allow(JsonNode? kinds)
    {
        if (kinds is JsonArray list) _allowed = [.. list.Select(kind => (string)kind!)];
    }

    private JsonArray First(int limit) => [.. _pending.Take(limit).Select(update => update.Update.DeepClone())];

    private static FakeBotApiRefusal Conflict() =>
        new(409, "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running");
}
