export const POST = '/can-bo/tra-ket-qua/buu-chinh'
