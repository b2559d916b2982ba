using Microsoft.AspNetCore.Http;
using VksServerless.Application.Totals;
using VksServerless.Totals;

namespace VksServerless.Web.Api.Totals;

/// <summary>?as=accepted (the usual) or submitted, ?asOf= an instant.</summary>
public static class BasisQuery
{
    public const string As = "as";

    public const string Instant = "asOf";

    public static Outcome<Basis> Read(HttpRequest request)
    {
        var (way, instant) = (request.Query[As].ToString(), request.Query[Instant].ToString());
        if (way is not ("" or "accepted" or "submitted"))
        {
            return TotalRefusals.BasisUnknown;
        }

        // In an address a plus stands for a space unless it is written %2B; nobody means one in an instant.
        return instant.Length == 0 ? new Basis(way == "submitted", null)
            : Kernel.Instant.TryParse(instant.Replace(' ', '+'), out var at) ? new Basis(way == "submitted", at)
                : TotalRefusals.BasisUnknown;
    }
}
