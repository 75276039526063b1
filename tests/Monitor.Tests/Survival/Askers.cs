using Monitor.Tests.Support.BotApi;

namespace Monitor.Tests.Survival;

/// <summary>People who each ask one thing, once, from a chat of their own; and how long each of them waited for the answer.</summary>
internal sealed class Askers(FakeBotApi telegram, long firstChat, string question)
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(100);

    private readonly List<DateTimeOffset> _asked = [];

    public int Count => _asked.Count;

    public void Ask()
    {
        _asked.Add(DateTimeOffset.UtcNow);
        telegram.People.Writes(firstChat + _asked.Count - 1, question);
    }

    /// <summary>One after the other, until it is called off.</summary>
    public async Task AskAsync(TimeSpan every, CancellationToken enough)
    {
        using var timer = new PeriodicTimer(every);
        try
        {
            do Ask();
            while (await timer.WaitForNextTickAsync(enough));
        }
        catch (OperationCanceledException)
        {
            // enough asked
        }
    }

    public async Task AnsweredAsync(TimeSpan patience)
    {
        using var giveUp = new CancellationTokenSource(patience);
        while (Waits().Count < Count && !giveUp.IsCancellationRequested) await Task.Delay(Look);
        Assert.Equal(Count, Waits().Count);
    }

    /// <summary>Of those who have been answered, shortest first.</summary>
    public IReadOnlyList<TimeSpan> Waits() =>
    [
        .. telegram.CallsOf("sendMessage").Where(c => c.Code == 200 && c.ChatId >= firstChat && c.ChatId < firstChat + Count).DistinctBy(c => c.ChatId)
            .Select(c => c.At - _asked[(int)(c.ChatId!.Value - firstChat)]).Order(),
    ];

    /// <summary>What so large a part of them did not have to exceed.</summary>
    public static TimeSpan Within(double part, IReadOnlyList<TimeSpan> waits) => waits[(int)Math.Ceiling(part * waits.Count) - 1];

    public string Measured()
    {
        var waits = Waits();
        return $"{waits.Count} of {Count} answered, half of them within {Within(0.5, waits).TotalSeconds:0.00} s, 95 % within {Within(0.95, waits).TotalSeconds:0.00} s, all within {waits[^1].TotalSeconds:0.00} s";
    }
}
