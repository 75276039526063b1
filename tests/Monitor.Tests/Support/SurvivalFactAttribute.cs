namespace Monitor.Tests.Support;

/// <summary>
/// A long trial of endurance. Plain <c>dotnet test</c> runs its short sister; this one runs with MONITOR_SURVIVAL=1
/// (and <c>--filter Category=Survival</c> for nothing else).
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SurvivalFactAttribute : FactAttribute
{
    public SurvivalFactAttribute()
    {
        if (Environment.GetEnvironmentVariable("MONITOR_SURVIVAL") is null) Skip = "a long trial: set MONITOR_SURVIVAL=1";
    }
}
