using VksServerless.Forms;

namespace VksServerless.Web.Portal.Forms;

/// <summary>Where forms and their drafts lie in the portal.</summary>
internal static class FormAddress
{
    public const string All = "/portal/forms";

    public const string New = All + "/new";

    public static string Of(FormRef form) => $"{All}/{form.Code}/{form.Version}";

    public static string Draft(string code) => $"{All}/drafts/{code}";
}
