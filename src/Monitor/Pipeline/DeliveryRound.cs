using Monitor.Pipeline.Sending;
using Monitor.Telegram;

namespace Monitor.Pipeline;

/// <summary>
/// The last stage: gives each committed alert to everyone it concerns, and sends what is due. A delivery is pending → sending → sent |
/// parked, each step committed before the next, so that a crash costs at most a repeat of what was in flight.
/// </summary>
public sealed class DeliveryRound(FanOut fanOut, DigestGathering digests, DeliveryQueue queue, AlertSending sending, SendPace pace, TimeProvider time)
{
    /// <summary>Taken at once, to be sent in turn: enough for the rate even where a call in ten takes seconds to be answered, or the disk a second to write.</summary>
    private const int MostInFlight = 32;

    /// <summary>How long to wait for an answer before looking whether something new is due.</summary>
    private static readonly TimeSpan LookAgain = TimeSpan.FromMilliseconds(200);

    private readonly List<Task<SendReport>> _inFlight = [];

    /// <summary>Answered and not yet written down: kept where the store fails, and written when it is back.</summary>
    private readonly List<SendReport> _unsettled = [];

    private readonly TaskCompletionSource _resumed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private long _prepared;

    /// <summary>Completes when the first look at what is due is over: what was in flight when the program last stopped is on its way again.</summary>
    public Task Resumed => _resumed.Task;

    /// <summary>Goes on until nothing is due; returns how many sends were attempted.</summary>
    public async Task<int> RunAsync(CancellationToken cancellation)
    {
        var attempted = 0;
        try
        {
            await queue.TakeOverAsync(cancellation);
            await SettleAnsweredAsync();
            while (!cancellation.IsCancellationRequested)
            {
                var isFanningOut = await PrepareAsync(cancellation);
                await SettleAnsweredAsync();
                attempted += await StartAsync(cancellation);
                _resumed.TrySetResult();
                if (isFanningOut) continue;
                if (_inFlight.Count == 0) break; // nothing is due, or everything is held: the next tick looks again
                await WaitAsync(cancellation);
            }
        }
        finally
        {
            _resumed.TrySetResult();
            // What is on its way may arrive: what became of it is written even while the program is being stopped.
            await Task.WhenAll(_inFlight);
            await SettleAnsweredAsync();
        }

        return attempted;
    }

    /// <summary>New alerts and digests that fall due, also while a long broadcast runs.</summary>
    private async Task<bool> PrepareAsync(CancellationToken cancellation)
    {
        if (time.GetElapsedTime(_prepared) < LookAgain && _inFlight.Count > 0) return false;
        if (await fanOut.StepAsync(cancellation)) return true;
        await digests.GatherAsync(cancellation);
        _prepared = time.GetTimestamp();
        return false;
    }

    private async Task<int> StartAsync(CancellationToken cancellation)
    {
        if (_inFlight.Count >= MostInFlight || pace.IsHeld) return 0;
        var claimed = await queue.ClaimAsync(MostInFlight - _inFlight.Count, cancellation);
        foreach (var delivery in claimed) _inFlight.Add(sending.SendAsync(delivery, cancellation));
        return claimed.Count;
    }

    private async Task SettleAnsweredAsync()
    {
        var answered = _inFlight.Where(t => t.IsCompleted).ToList();
        foreach (var task in answered) _inFlight.Remove(task);
        _unsettled.AddRange(await Task.WhenAll(answered));
        if (_unsettled.Count == 0) return;
        await queue.SettleAsync(_unsettled);
        _unsettled.Clear();
    }

    /// <summary>Until something is answered; meanwhile something new may fall due.</summary>
    private async Task WaitAsync(CancellationToken cancellation)
    {
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        await Task.WhenAny([.. _inFlight, Task.Delay(LookAgain, enough.Token)]);
        await enough.CancelAsync();
    }
}
