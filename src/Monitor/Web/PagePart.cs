using Microsoft.AspNetCore.Components;

namespace Monitor.Web;

/// <summary>A page, or a part of one: told once, by parameter, for whom it is rendered.</summary>
public abstract class PagePart : ComponentBase
{
    [Parameter, EditorRequired]
    public required PageView View { get; set; }
}
