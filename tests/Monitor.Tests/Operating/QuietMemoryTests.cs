namespace Monitor.Tests.Operating;

public sealed class QuietMemoryTests
{
    private const long Megabyte = 1 << 20;

    [Fact]
    public void Memory_is_given_back_once_after_a_flood_and_not_while_it_lasts()
    {
        var memory = new QuietMemory();
        Assert.Equal([false, false, true, false, false], new[] { 100, 500, 501, 502, 503 }.Select(allocated => memory.IsQuietAfterFlood(allocated * Megabyte)));
    }

    [Fact]
    public void What_trickles_is_a_flood_in_the_end()
    {
        var memory = new QuietMemory();
        Assert.Equal([false, false, false, true, false, false, false, true], new[] { 16, 32, 48, 64, 80, 96, 112, 128 }.Select(allocated => memory.IsQuietAfterFlood(allocated * Megabyte)));
    }
}
