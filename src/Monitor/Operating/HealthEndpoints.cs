using Microsoft.EntityFrameworkCore;
using Monitor.Store;

namespace Monitor.Operating;

/// <summary><c>/alive</c>: the process answers. <c>/health</c>: the database can be read, so it is ready to serve; 503 where not.</summary>
public static class HealthEndpoints
{
    public static void MapHealth(this IEndpointRouteBuilder app)
    {
        app.MapMethods("/alive", ["GET", "HEAD"], () => Results.Text("alive\n"));
        app.MapMethods("/health", ["GET", "HEAD"], async (IDbContextFactory<MonitorDb> store, CancellationToken cancellation) =>
        {
            try
            {
                await using var db = await store.CreateDbContextAsync(cancellation);
                await db.Settings.CountAsync(cancellation);
                return Results.Text("ready\n");
            }
            catch (Exception e) when (e is System.Data.Common.DbException or InvalidOperationException)
            {
                return Results.Text("the database cannot be read\n", statusCode: StatusCodes.Status503ServiceUnavailable);
            }
        });
    }
}
