namespace Monitor.Tests.Support.BotApi;

/// <summary>How much may be sent within a second (bursts of two pass in a chat, as Telegram's FAQ says): more is a 429.</summary>
public sealed record FakeLimits(int PerSecondOverall, int PerSecondInChat)
{
    private const int Burst = 1;
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(1);

    private readonly Lock _lock = new();
    private readonly Queue<(DateTimeOffset At, long Chat)> _sent = new();

    internal bool Allows(long chat, DateTimeOffset now)
    {
        lock (_lock)
        {
            while (_sent.TryPeek(out var oldest) && now - oldest.At >= Window) _sent.Dequeue();
            if (_sent.Count >= PerSecondOverall || _sent.Count(s => s.Chat == chat) >= PerSecondInChat + Burst) return false;
            _sent.Enqueue((now, chat));
            return true;
        }
    }
}
