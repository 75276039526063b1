using System.Globalization;

namespace Monitor.Core.Watchlist.Yaml;

/// <summary>Why a list file was refused, where, and how to mend it. <paramref name="Line"/> counts from 1; <paramref name="Key"/> is empty where the file as a whole is broken.</summary>
public sealed record ListError(string File, int Line, string Key, string What)
{
    /// <summary><c>seeds/people.yaml:12: facts.date: "2021-13" is not a date; write …</c></summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{File}:{Line}: {(Key.Length > 0 ? Key + ": " : "")}{What}");
}

/// <summary>A list file as read from the disk: its name, for messages, and its text.</summary>
public sealed record ListFile(string Name, string Yaml);

/// <summary>The errors of one reading, in the order found; a file full of errors is told by its first ones.</summary>
public sealed class ListErrors
{
    private const int Told = 50;

    private readonly List<ListError> _errors = [];

    public IReadOnlyList<ListError> All => _errors;

    public void Add(ListError error)
    {
        if (_errors.Count < Told) _errors.Add(error);
    }
}
