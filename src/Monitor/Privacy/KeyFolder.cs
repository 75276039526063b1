using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace Monitor.Privacy;

/// <summary>
/// The folder of keys: readable by its owner only, and outside the database's backup. Data Protection's own key files lie in it
/// unencrypted (naming a folder switches that off), so the folder itself is the secret.
/// </summary>
public static class KeyFolder
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    public static IServiceCollection AddKeys(this IServiceCollection services, Settings settings)
    {
        var folder = Prepare(settings.KeyDirectory);
        services.AddDataProtection().PersistKeysToFileSystem(folder).SetApplicationName("Monitor");
        return services.AddSingleton<TracelessDeletion>().AddSingleton<ChatVault>().AddSingleton<ChatMove>().AddSingleton<ChannelChat>();
    }

    /// <summary>
    /// Overwrites and deletes every key; returns how many there were. Some disks keep old blocks for a while all the same, which is why the
    /// rows that the keys open are erased too.
    /// </summary>
    public static int Destroy(string path)
    {
        if (!Directory.Exists(path)) return 0;
        var files = Directory.GetFiles(path, "*", SearchOption.AllDirectories);
        foreach (var file in files)
        {
            using (var stream = new FileStream(file, FileMode.Open, FileAccess.Write))
            {
                stream.Write(RandomNumberGenerator.GetBytes((int)stream.Length));
                stream.Flush(flushToDisk: true);
            }

            File.Delete(file);
        }

        return files.Length;
    }

    internal static void WritePrivately(string path, byte[] bytes)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = OwnerOnly;
        using var stream = new FileStream(path, options);
        stream.Write(bytes);
        stream.Flush(flushToDisk: true);
    }

    private static DirectoryInfo Prepare(string path)
    {
        try
        {
            return OperatingSystem.IsWindows() ? Directory.CreateDirectory(path) : Directory.CreateDirectory(path, OwnerOnly | UnixFileMode.UserExecute);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UnavailableException($"the key folder {path} cannot be made ({e.Message}). Give the program a writable folder in Privacy:KeyDirectory", e);
        }
    }
}
