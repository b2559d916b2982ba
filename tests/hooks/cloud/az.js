// az account, az group list, az rest; answers as --query and --output want them.
import jmespath from 'jmespath';
import { named } from './arguments.js';
import { Failure, refused } from './failure.js';
import { azureCli, graph } from './graph.js';
import { manage } from './manage.js';

export function az(given, cloud, call) {
  const { '': command, ...options } = named(given);
  const one = name => options[name]?.[0];
  if (!cloud.account) throw new Failure(1, "Please run 'az login' to setup account.");
  const answer = () => {
    switch (command.join(' ')) {
      case 'account show': return cloud.account;
      case 'account get-access-token': return { accessToken: token(one('scope'), cloud) };
      case 'group list': return cloud.groups.filter(({ tags }) => Object.entries(tags).some(([key, value]) => `${key}=${value}` === one('tag')));
      case 'rest': return rest(one('method'), new URL(one('url')), one('body'), options.headers ?? [], cloud, call);
      default: throw new Failure(2, `'${command.join(' ')}' is misspelled or not recognized by the system.`);
    }
  };
  return printed(answer(), one('query'), one('output'));
}

function rest(method, url, body, headers, cloud, call) {
  call.asked = `${method} ${decodeURIComponent(url.pathname)}`;
  call.body = body && JSON.parse(body);
  if (cloud.expired) throw refused('Unauthorized', 'InvalidAuthenticationToken', 'Lifetime validation failed, the token is expired.');
  if (cloud.denied.some(pattern => new RegExp(pattern).test(call.asked))) throw refused('Forbidden', 'Authorization_RequestDenied', 'Insufficient privileges to complete the operation.');
  const answers = { 'graph.microsoft.com': graph, 'management.azure.com': manage }[url.host];
  return answers(method, url, call.body, headers.includes('Prefer=create-if-missing'), cloud);
}

/** Entra issues a token to az for a person who has consented to it, or for whom somebody has. */
function token(scope, cloud) {
  if (cloud.expired) throw new Failure(1, 'AADSTS700082: The refresh token has expired due to inactivity.');
  if (!scope) return 'for-azure';
  const application = Object.values(cloud.applications).find(({ identifierUris = [] }) => identifierUris.some(uri => `${uri}/.default` === scope));
  if (!application) throw new Failure(1, `AADSTS500011: The resource principal named ${scope} was not found in the tenant.`);
  const [resource, client] = [application.appId, azureCli].map(appId => cloud.principals[appId]?.id);
  const consented = ({ clientId, resourceId, consentType, principalId }) =>
    clientId === client && resourceId === resource && (consentType === 'AllPrincipals' || principalId === cloud.me);
  if (!cloud.consents.some(consented)) throw new Failure(1, 'AADSTS65001: The user has not consented.');
  return `token-of-${cloud.me}-for-${application.appId}`;
}

function printed(answer, query, output) {
  const value = query ? jmespath.search(answer, query) : answer;
  if (output === 'none' || value === undefined || value === null) return '';
  if (output !== 'tsv') return `${JSON.stringify(value)}\n`;
  return [value].flat().map(line => `${line}\n`).join('');
}
