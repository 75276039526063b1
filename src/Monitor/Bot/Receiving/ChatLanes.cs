namespace Monitor.Bot.Receiving;

/// <summary>Work of one chat is done one after the other, work of different chats side by side: a slow chat makes nobody else wait.</summary>
internal sealed class ChatLanes
{
    private readonly Lock _gate = new();
    private readonly Dictionary<long, Task> _last = [];

    /// <param name="work">Must not throw.</param>
    public Task Enqueue(long chat, Func<Task> work)
    {
        lock (_gate)
        {
            var mine = AfterAsync(_last.GetValueOrDefault(chat, Task.CompletedTask), work);
            _last[chat] = mine;
            _ = LeaveAsync(chat, mine);
            return mine;
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
