namespace Monitor.Web.Data;

/// <summary>The addresses for programs; their fields are told on /about.</summary>
public static class DataSetup
{
    public static IServiceCollection AddData(this IServiceCollection services) => services.AddSingleton<DataReading>().AddSingleton<SiteMap>().AddSingleton<DataAnswer>();

    public static void MapData(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapMethods("/people.json", ReaderRules.Methods, (HttpContext http, DataAnswer answer) => answer.PeopleAsync(http));
        endpoints.MapMethods("/changes.json", ReaderRules.Methods, (HttpContext http, DataAnswer answer) => answer.ChangesAsync(http));
        endpoints.MapMethods("/sitemap.xml", ReaderRules.Methods, (HttpContext http, DataAnswer answer) => answer.SiteMapAsync(http));
        endpoints.MapMethods("/robots.txt", ReaderRules.Methods, (HttpContext http, DataAnswer answer) => answer.Robots(http));
    }
}
