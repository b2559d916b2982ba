using Microsoft.AspNetCore.Http;
using VksServerless.People;

namespace VksServerless.Web.Door;

/// <summary>?dryRun=true: say what would change, and write nothing.</summary>
internal static class DryRun
{
    public static Outcome<bool> Of(HttpRequest request) => request.Query["dryRun"] switch
    {
        [] or ["false"] => false,
        ["true"] => true,
        _ => PeopleRefusals.DryRunInvalid,
    };
}
