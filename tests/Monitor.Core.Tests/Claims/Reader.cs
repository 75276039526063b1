using Monitor.Core.Claims;
using Monitor.Core.Items;
using Monitor.Core.Watchlist;

namespace Monitor.Core.Tests.Claims;

/// <summary>A small list of invented and real subjects, and the one call all these tests make.</summary>
internal static class Reader
{
    public static readonly IReadOnlyList<Subject> List =
    [
        new Person { Id = "bialiatski", Name = "Ales Bialiatski", Gender = Gender.M },
        new Person { Id = "kalesnikava", Name = "Maria Kalesnikava", Gender = Gender.F },
        new Person { Id = "babaryka", Name = "Viktar Babaryka", Gender = Gender.M },
        new Person { Id = "labkovich", Name = "Uladzimir Labkovich", Gender = Gender.M },
        new Person { Id = "tsikhanouski", Name = "Siarhei Tsikhanouski", Gender = Gender.M },
        new Sanction { Id = "us-potash", Name = "US sanctions on Belarusian potash", Issuer = "US", Target = "potash" },
        new Sanction { Id = "us-belavia", Name = "US sanctions on Belavia", Issuer = "US", Target = "belavia" },
        new Sanction { Id = "eu-belarus", Name = "EU sanctions on Belarus", Issuer = "EU", Target = "belarus" },
    ];

    private static readonly ItemReader reader = new(List);

    public static Reading Read(string language, string title, string text, string? date = "2025-12-14") => reader.Read(new Item
    {
        Id = "t",
        Source = "test",
        Origin = "test",
        Language = language,
        Title = title,
        Text = text,
        Published = date is null ? null : DateTimeOffset.Parse(date + "T12:00:00Z"),
    });

    /// <summary>"released/asserted" for each claim of the subject, in order.</summary>
    public static string Says(Reading reading, string subject) =>
        string.Join(' ', reading.Claims.Where(c => c.Subject == subject).Select(c => Keyword.Of(c.Kind) + "/" + Keyword.Of(c.Stance)));
}
