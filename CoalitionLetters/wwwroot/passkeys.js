// Forms with data-passkey ask the server for options, let the browser make or use a passkey, and send what came of it.
// With data-passkey-make it makes one; without, it uses one. Where the browser has no passkeys the forms stay hidden.
(() => {
  const hasPasskeys = window.PublicKeyCredential && PublicKeyCredential.parseCreationOptionsFromJSON;

  const credentialFor = async (form) => {
    const answer = await fetch(form.dataset.passkey, { method: 'POST', credentials: 'same-origin' });
    if (!answer.ok) throw new Error('refused');
    const options = await answer.json();
    return 'passkeyMake' in form.dataset
      ? navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) })
      : navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) });
  };

  const submit = async (event) => {
    const form = event.target.closest('form[data-passkey]');
    if (!form || form.dataset.ready) return;
    event.preventDefault();
    const problem = form.querySelector('[data-passkey-problem]');
    try {
      const credential = await credentialFor(form);
      form.querySelector('input[name="Credential"]').value = JSON.stringify(credential.toJSON());
      form.dataset.ready = 'yes';
      form.submit();
    } catch {
      problem.textContent = 'No passkey was used. Try again, or go on without one.';
    }
  };

  const show = () => document.querySelectorAll('form[data-passkey]').forEach((form) => { form.hidden = !hasPasskeys; });

  document.addEventListener('submit', submit);
  document.addEventListener('DOMContentLoaded', show);
  show();
})();
