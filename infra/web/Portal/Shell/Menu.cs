using VksServerless.Access;
using VksServerless.People;

namespace VksServerless.Web.Portal.Shell;

/// <summary>What stands at the top of every page, by what the reader may do.</summary>
internal static class Menu
{
    public static IEnumerable<MenuEntry> For(Caller caller)
    {
        yield return new MenuEntry("Việc của tôi", "/portal");
        if (Permission.ReadsCycle(caller, isDraft: false))
        {
            yield return new MenuEntry("Kỳ báo cáo", "/portal/cycles");
            yield return new MenuEntry("Công bố", "/portal/publications");
        }

        if (caller.Role is Role.Centre or Role.Inspector)
        {
            yield return new MenuEntry("Biểu mẫu", "/portal/forms");
        }

        if (Permission.ReadsPeople(caller))
        {
            yield return new MenuEntry("Sổ cán bộ", "/portal/people");
        }

        if (Permission.ReadsMails(caller))
        {
            yield return new MenuEntry("Thư đã gửi", "/portal/mails");
        }
    }
}

internal sealed record MenuEntry(string Name, string Address);
