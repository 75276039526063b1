using Monitor.Core.Items;

namespace Monitor.Store;

/// <summary>An item as it is stored, as Core reads it.</summary>
internal static class ItemRows
{
    public static Item ToItem(ItemRow row) => new()
    {
        Id = row.Reference,
        Source = row.SourceId,
        Origin = row.Origin,
        Url = row.Url,
        Published = row.Published ?? row.FetchedAt,
        Language = row.Language,
        Title = row.Title,
        Text = row.Text,
    };
}
