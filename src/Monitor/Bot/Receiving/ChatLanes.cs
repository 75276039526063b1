namespace Monitor.Bot.Receiving;

/// <param name="Done">Completes when it is done; never fails.</param>
/// <param name="IsBehind">Other work of the same chat is done first.</param>
public sealed record Queued(Task Done, bool IsBehind);

/// <summary>Work of one chat is done one after the other, work of different chats side by side: a slow chat makes nobody else wait.</summary>
internal sealed class ChatLanes
{
    private readonly Lock _gate = new();
    private readonly Dictionary<long, Task> _last = [];

    /// <param name="work">Must not throw.</param>
    public Queued Enqueue(long chat, Func<Task> work)
    {
        lock (_gate)
        {
            var isBehind = _last.TryGetValue(chat, out var before);
            var mine = AfterAsync(before ?? Task.CompletedTask, work);
            _last[chat] = mine;
            _ = LeaveAsync(chat, mine);
            return new Queued(mine, isBehind);
        }
    }

    private static async Task AfterAsync(Task before, Func<Task> work)
    {
        await Task.Yield();
        await before;
        await work();
    }

    private async Task LeaveAsync(long chat, Task mine)
    {
        await mine;
        lock (_gate)
        {
            if (_last.GetValueOrDefault(chat) == mine) _last.Remove(chat);
        }
    }
}
