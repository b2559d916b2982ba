using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace VksServerless.Web.Portal.Shell;

/// <summary>A page as an answer: the component with its parameters, rendered whole.</summary>
internal static class PageResult
{
    /// <param name="parameters">An object whose properties are the component's parameters; null: none.</param>
    public static RazorComponentResult<TPage> Of<TPage>(object? parameters = null, int status = StatusCodes.Status200OK)
        where TPage : IComponent => new(parameters ?? new { }) { StatusCode = status, PreventStreamingRendering = true };
}
