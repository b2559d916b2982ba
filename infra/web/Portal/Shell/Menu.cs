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

        if (Permission.ReadsDifficulties(caller))
        {
            yield return new MenuEntry("Khó khăn, vướng mắc", "/portal/difficulties");
        }

        yield return new MenuEntry("Danh bạ", "/portal/units");
        if (Permission.ReadsDelegations(caller, caller.Unit))
        {
            yield return new MenuEntry("Ủy quyền ký", Delegations.DelegationPages.Address);
        }

        if (caller.Role is Role.Centre or Role.Inspector)
        {
            yield return new MenuEntry("Biểu mẫu", "/portal/forms");
        }

        if (Permission.ReadsPeople(caller))
        {
            yield return new MenuEntry("Sổ cán bộ", "/portal/people");
        }

        if (Permission.ReadsCycle(caller, isDraft: true))
        {
            yield return new MenuEntry("Chuỗi kỳ", "/portal/series");
        }

        if (Permission.KeepsCalendars(caller))
        {
            yield return new MenuEntry("Lịch nghỉ", "/portal/calendars");
        }

        if (Permission.ReadsMails(caller))
        {
            yield return new MenuEntry("Thư đã gửi", "/portal/mails");
        }

        if (Permission.ReadsOperations(caller))
        {
            yield return new MenuEntry("Vận hành", "/portal/operations");
        }
    }
}

internal sealed record MenuEntry(string Name, string Address);
