using Monitor.Core.Items;
using Monitor.Core.Mentions;
using Monitor.Core.Watchlist;

namespace Monitor.Core.Tests.Mentions;

/// <summary>Short ways to say "a list with these" and "an item that reads so".</summary>
internal static class Given
{
    public static MentionFinder Persons(params string[] names) => new([.. names.Select(n => new Person { Id = n, Name = n })]);

    public static Item Item(string text, string? language = null, string title = "") =>
        new() { Id = "1", Source = "test", Origin = "test", Language = language, Title = title, Text = text };

    public static IReadOnlyList<string> Subjects(this MentionFinder finder, string text, string? language = null, string title = "") =>
        [.. finder.Find(Item(text, language, title)).Mentions.Select(m => m.Subject).Distinct()];
}
