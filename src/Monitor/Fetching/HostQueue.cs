using System.Collections.Concurrent;

namespace Monitor.Fetching;

/// <summary>One request at a time per host, and a pause between two: a house with twelve feeds is not asked twelve times at once.</summary>
public sealed class HostQueue(TimeProvider clock)
{
    /// <summary>CONTRACT: at most a second.</summary>
    public static readonly TimeSpan Spacing = TimeSpan.FromMilliseconds(500);

    private readonly ConcurrentDictionary<string, Line> _lines = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Waits for this host's turn. Disposing what comes back gives the turn on.</summary>
    public async Task<IDisposable> EnterAsync(Uri address, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(address);
        var line = _lines.GetOrAdd(address.Authority, _ => new Line());
        await line.Gate.WaitAsync(cancel);
        try
        {
            var wait = line.FreeFrom - clock.GetUtcNow();
            if (wait > TimeSpan.Zero) await Task.Delay(wait < Spacing ? wait : Spacing, clock, cancel);
            return new Turn(line, clock);
        }
        catch
        {
            line.Gate.Release();
            throw;
        }
    }

    private sealed class Line
    {
        public SemaphoreSlim Gate { get; } = new(1, 1);

        public DateTimeOffset FreeFrom { get; set; }
    }

    private sealed class Turn(Line line, TimeProvider clock) : IDisposable
    {
        private int _given;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _given, 1) == 1) return;
            line.FreeFrom = clock.GetUtcNow() + Spacing;
            line.Gate.Release();
        }
    }
}
