using System.Data.Common;
using Microsoft.Data.Sqlite;
using Monitor.Store.Postgres;

namespace Monitor.Store;

/// <summary>Where the database is: a file of this program alone, or (<see cref="IsShared"/>) on a PostgreSQL server that several processes may work with. <see cref="Name"/> as the operator knows it: the file, or the database and its host; never a password.</summary>
public sealed record StoreAddress(string Name, string ConnectionString, bool IsShared = false)
{
    public bool InMemory => !IsShared && (Name.Contains(":memory:", StringComparison.Ordinal) || ConnectionString.Contains("Mode=Memory", StringComparison.OrdinalIgnoreCase));

    /// <summary>A connection that is not open yet; PostgreSQL's library is loaded only where it is meant.</summary>
    public DbConnection Connect() => IsShared ? PostgresSetup.Connect(ConnectionString) : new SqliteConnection(ConnectionString);

    /// <summary>Makes the folder of the database where it is missing.</summary>
    public void MakeFolder()
    {
        if (IsShared || InMemory || Path.GetDirectoryName(Path.GetFullPath(Name)) is not { Length: > 0 } folder) return;
        try
        {
            Directory.CreateDirectory(folder);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UnavailableException($"the folder {folder} of the database cannot be made ({e.Message}). Give the program a writable folder, or name another file in ConnectionStrings:Monitor", e);
        }
    }

    /// <summary>What to say where it cannot be opened.</summary>
    public UnavailableException Unusable(Exception e) => new(
        IsShared
            ? $"the database {Name} cannot be used ({e.Message}). It needs PostgreSQL 14 or later, a database that exists (createdb) and a user who owns it; ConnectionStrings:Monitor names them"
            : $"the database {Name} cannot be opened for writing ({e.Message}). Give the program a writable folder, or name another file in ConnectionStrings:Monitor",
        e);
}
