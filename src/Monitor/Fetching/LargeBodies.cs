using System.Threading.Channels;

namespace Monitor.Fetching;

/// <summary>
/// Small bodies may come all at once; of large ones, with what is made of them, only a few are held at a time: a hundred sources that answer with ten megabytes each
/// would fill the memory of the machine.
/// </summary>
public sealed class LargeBodies
{
    /// <summary>A common feed is smaller: it never waits.</summary>
    public const int From = 256 * 1024;

    private const int MostAtOnce = 2;

    /// <summary>Holds one for each place taken.</summary>
    private readonly Channel<bool> _places = Channel.CreateBounded<bool>(MostAtOnce);

    /// <summary>For one fetch; disposed when nothing of its body is held any more.</summary>
    public Place ForOne() => new(_places);

    public sealed class Place(Channel<bool> places) : IDisposable
    {
        public bool IsTaken { get; private set; }

        public async Task TakeAsync(CancellationToken cancel)
        {
            await places.Writer.WriteAsync(true, cancel);
            IsTaken = true;
        }

        public void Dispose()
        {
            if (!IsTaken) return;
            IsTaken = false;
            Collect();
            places.Reader.TryRead(out _);
        }

        /// <summary>What was made of it is several times as large, and would lie about until the collector finds it worth its while: with many in a row, a gigabyte.</summary>
        private static void Collect() => GC.Collect(GC.MaxGeneration, GCCollectionMode.Forced, blocking: false);
    }
}
