using System.Text;
using System.Xml;
using Microsoft.EntityFrameworkCore;
using Monitor.Store;

namespace Monitor.Web.Data;

/// <summary>The map of the site for search engines (sitemaps.org): the rooms, every subject, and the newest changes up to the limit of the format.</summary>
public sealed class SiteMap(IDbContextFactory<MonitorDb> store, WatchlistInUse watchlist)
{
    private const int MostAddresses = 50_000;
    private const string Namespace = "http://www.sitemaps.org/schemas/sitemap/0.9";

    private static readonly string[] Rooms = ["", "people", "sanctions", "changes", "corrections", "sources", "about"];

    public async Task<byte[]> WriteAsync(Uri site, CancellationToken cancellation)
    {
        await using var db = await store.CreateDbContextAsync(cancellation);
        var slugs = await db.Changes.AsNoTracking().Where(c => c.MergedInto == null).OrderByDescending(c => c.Day).ThenByDescending(c => c.Id).Take(MostAddresses).Select(c => c.Slug).ToListAsync(cancellation);
        var paths = Rooms.Concat(watchlist.Subjects.Select(s => PageView.PathOf(s).TrimStart('/'))).Concat(slugs.Select(s => "changes/" + Uri.EscapeDataString(s)));

        using var bytes = new MemoryStream();
        using (var xml = XmlWriter.Create(bytes, new XmlWriterSettings { Encoding = new UTF8Encoding(false), Indent = true }))
        {
            xml.WriteStartElement("urlset", Namespace);
            foreach (var path in paths.Take(MostAddresses))
            {
                xml.WriteStartElement("url");
                xml.WriteElementString("loc", new Uri(site, path).AbsoluteUri);
                xml.WriteEndElement();
            }
        }

        return bytes.ToArray();
    }
}
