namespace Monitor.Tests.Support;

/// <summary>The folder of passages, articles and descriptions beside the repository, or where MONITOR_SHARED says; absent on most machines.</summary>
internal static class SharedFolder
{
    /// <summary>A file or folder in it; null where that is not at hand.</summary>
    public static string? Find(string name)
    {
        var shared = Environment.GetEnvironmentVariable("MONITOR_SHARED") is { Length: > 0 } named ? named : BesideSolution();
        return shared is not null && Path.Exists(Path.Combine(shared, name)) ? Path.Combine(shared, name) : null;
    }

    /// <summary>The folder of Monitor.sln above the tests; null where they were copied elsewhere.</summary>
    public static DirectoryInfo? Repository()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Monitor.sln"))) folder = folder.Parent;
        return folder;
    }

    private static string? BesideSolution() => Repository()?.Parent is { } parent ? Path.Combine(parent.FullName, "shared") : null;
}
