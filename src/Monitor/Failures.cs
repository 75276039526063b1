namespace Monitor;

/// <summary>A setting, file or argument that cannot be used; the message names the key and says how to mend it. Ends the program with exit code 64.</summary>
public sealed class SettingException(string key, string problem) : Exception($"{key}: {problem}")
{
    public string Key { get; } = key;
}

/// <summary>Input data (a list, a file) that was refused; the message has file, line, key and mend. Exit code 65.</summary>
public class BadDataException(string message) : Exception(message);

/// <summary>Something outside is not to be had (a port, a disk, a server). Exit code 69.</summary>
public sealed class UnavailableException(string message, Exception? inner = null) : Exception(message, inner);
