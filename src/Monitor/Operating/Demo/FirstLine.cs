namespace Monitor.Operating.Demo;

/// <summary>Input that begins with a line nobody typed: the demo's reader has pressed Start already.</summary>
internal sealed class FirstLine(string first, TextReader rest) : TextReader
{
    private string? _first = first;

    public override string? ReadLine()
    {
        if (Interlocked.Exchange(ref _first, null) is { } line) return line;
        return rest.ReadLine();
    }

    public override ValueTask<string?> ReadLineAsync(CancellationToken cancellationToken) =>
        Interlocked.Exchange(ref _first, null) is { } line ? ValueTask.FromResult<string?>(line) : rest.ReadLineAsync(cancellationToken);
}
