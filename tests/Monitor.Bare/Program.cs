using Microsoft.EntityFrameworkCore;
using Monitor.Bare;
using Quartz;

// What ASP.NET Core, EF Core and Quartz cost by themselves, to hold the program's start and memory against: a store that is opened
// before serving, a job that looks into it each second, an answer that comes out of it.
var builder = WebApplication.CreateBuilder(args);
builder.Services.AddPooledDbContextFactory<BareDb>(options => options.UseSqlite(builder.Configuration.GetConnectionString("Monitor")));
builder.Services.AddQuartz(quartz =>
{
    quartz.AddJob<LookJob>(job => job.WithIdentity("look"));
    quartz.AddTrigger(trigger => trigger.ForJob("look").StartNow().WithSimpleSchedule(TimeSpan.FromSeconds(1)));
});
builder.Services.AddQuartzHostedService();
var app = builder.Build();
var store = app.Services.GetRequiredService<IDbContextFactory<BareDb>>();
await using (var db = await store.CreateDbContextAsync()) await db.Database.EnsureCreatedAsync();
app.MapGet("/health", async (IDbContextFactory<BareDb> from, CancellationToken cancellation) =>
{
    await using var db = await from.CreateDbContextAsync(cancellation);
    return new { items = await db.Items.CountAsync(cancellation) };
});
await app.RunAsync();
