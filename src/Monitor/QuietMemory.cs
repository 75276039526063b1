namespace Monitor;

/// <summary>
/// When to give memory back: a flood of news leaves hundreds of megabytes of garbage, and the runtime looks for garbage only while more memory is asked for. Once after
/// each flood, as soon as little is asked for any more.
/// </summary>
public sealed class QuietMemory
{
    private const long Flood = 64 << 20, Quiet = 32 << 20;

    private long _atLastLook, _whenGivenBack;

    /// <param name="allocated">Bytes asked for since the process began.</param>
    public bool IsQuietAfterFlood(long allocated)
    {
        var isQuiet = allocated - _atLastLook < Quiet;
        _atLastLook = allocated;
        if (!isQuiet || allocated - _whenGivenBack < Flood) return false;
        _whenGivenBack = allocated;
        return true;
    }
}
