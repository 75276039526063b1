namespace Monitor.Tests.Support;

/// <summary>
/// Seconds measured while the machine is busy with something else say nothing of the program. What it can do it shows in one run of
/// several; what it cannot do it shows in none.
/// </summary>
internal static class BusyMachine
{
    private const int Tries = 5;

    /// <param name="run">One whole run: what was too slow, or null. What has nothing to do with time it asserts itself.</param>
    public static async Task TriesAsync(Func<Task<string?>> run)
    {
        var slow = new List<string>();
        while (await run() is { } why)
        {
            slow.Add(why);
            if (slow.Count == Tries) Assert.Fail($"too slow in each of {Tries} runs: {string.Join("; ", slow)}");
        }
    }
}
